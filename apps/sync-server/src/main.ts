import { StoreError } from '@orderez/core/sync'
import { setupAnnouncement } from './announcement.ts'
import { ConfigError, processConfig, USAGE } from './config.ts'
import { ListenError } from './http/listen.ts'
import { createLog, type Log } from './observability/log.ts'
import { startServer, type RunningServer } from './server.ts'
import { DataDirectoryError } from './site/data-directory.ts'
import { SiteError } from './tls/site-error.ts'

/** A stop that takes longer than this is cut; what was acknowledged is already on disk. */
const STOP_LIMIT_MS = 9_500
/** What the person at the machine can do something about; the operating system's own refusals are among it. */
const FOR_PEOPLE = [ConfigError, DataDirectoryError, ListenError, SiteError, StoreError]

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

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const isForPeople = FOR_PEOPLE.some((kind) => cause instanceof kind) || 'syscall' in cause
  return isForPeople ? cause.message : (cause.stack ?? cause.message)
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
