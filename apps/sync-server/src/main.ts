import { setupAnnouncement } from './announcement.ts'
import { processConfig, USAGE } from './config.ts'
import { createLog, type Log } from './observability/log.ts'
import { startServer, type RunningServer } from './server.ts'

/** A stop that takes longer than this is cut; what was acknowledged is already on disk. */
const STOP_LIMIT_MS = 9_500

if (process.argv.includes('--help')) {
  process.stdout.write(`${USAGE}\n`)
} else {
  await run()
}

async function run(): Promise<void> {
  try {
    const config = processConfig()
    const log = createLog(config.logLevel)
    const announcement = setupAnnouncement(
      (line) => process.stdout.write(`${line}\n`),
      (cause) => log.error({ err: cause }, 'no join code could be made'),
    )
    const server = await startServer(config, log, announcement)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(server, log))
    await announcement.ready(server)
  } catch (cause) {
    process.stderr.write(`${reasonOf(cause)}\n`)
    process.exitCode = 1
  }
}

/** Errors with a code are for the person at the machine, who can do something about them; others are ours. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return 'code' in cause ? cause.message : (cause.stack ?? cause.message)
}

async function stop(server: RunningServer, log: Log): Promise<void> {
  const cut = setTimeout(() => process.exit(1), STOP_LIMIT_MS)
  cut.unref()
  try {
    await server.stop()
    process.exit(0)
  } catch (cause) {
    log.error({ err: cause }, 'the server did not stop as it should')
    process.exit(1)
  }
}
