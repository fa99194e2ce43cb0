import { setupAnnouncement } from './announcement.ts'
import { ConfigError, processConfig, USAGE } from './config.ts'
import { createLog } from './observability/log.ts'
import { startServer } from './server.ts'

/** A stop that takes longer than this is cut; what was acknowledged is already on disk. */
const STOP_LIMIT_MS = 10_000

if (process.argv.includes('--help')) {
  process.stdout.write(`${USAGE}\n`)
} else {
  await run()
}

async function run(): Promise<void> {
  try {
    const config = processConfig()
    const log = createLog(config.logLevel)
    const announcement = setupAnnouncement((line) => process.stdout.write(`${line}\n`))
    const server = await startServer(config, log, announcement)
    await announcement.ready(server)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(server.stop))
  } catch (cause) {
    const known = cause instanceof ConfigError || (cause instanceof Error && 'code' in cause)
    process.stderr.write(`${known ? cause.message : cause instanceof Error ? cause.stack : String(cause)}\n`)
    process.exitCode = 1
  }
}

async function stop(stopServer: () => Promise<void>): Promise<void> {
  const cut = setTimeout(() => process.exit(1), STOP_LIMIT_MS)
  cut.unref()
  await stopServer()
  process.exit(0)
}
