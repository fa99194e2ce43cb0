import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'

/** The settings of one sync-server. Read once at start from the environment and the command line; nothing else reads either. */
export interface Config {
  readonly dataDir: string
  readonly host: string
  readonly port: number
  /** The plain HTTP port that only shows how to trust the site and leads on to HTTPS. 0: any free port; null: none. */
  readonly trustPort: number | null
  readonly couchdbUrl: string | null
  /** Further host names that the server's certificate carries. */
  readonly names: readonly string[]
  readonly webRoot: string | null
  readonly demo: boolean
  /** Days of past orders that the demo restaurant is given. */
  readonly demoDays: number
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

export class ConfigError extends Error {
  readonly code = 'config.invalid'
  constructor(problems: readonly string[]) {
    super(`The configuration is not usable: ${problems.join('; ')}.`)
  }
}

const DEMO_DAYS = 30
const MOST_DEMO_DAYS = 90

const port = z.coerce.number('must be a number').int('must be a whole number').min(0).max(65_535)
const yesNo = z
  .enum(['1', '0', 'true', 'false', 'yes', 'no'], 'must be yes or no')
  .transform((text) => ['1', 'true', 'yes'].includes(text))

const schema = z.strictObject({
  ORDEREZ_DATA: z.string().min(1).default('data'),
  ORDEREZ_HOST: z.string().min(1).default('0.0.0.0'),
  ORDEREZ_PORT: port.default(8443),
  ORDEREZ_TRUST_PORT: z.union([z.literal('off').transform(() => null), port]).default(8080),
  ORDEREZ_NAMES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((name) => name.trim().toLowerCase())
        .filter((name) => name !== ''),
    )
    .pipe(z.array(z.string().regex(/^[a-z0-9.:-]{1,253}$/, 'must be host names or addresses, parted by commas'))),
  ORDEREZ_WEB: z.string().min(1).optional(),
  ORDEREZ_DEMO: yesNo.default(false),
  ORDEREZ_DEMO_DAYS: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0)
    .max(MOST_DEMO_DAYS)
    .default(DEMO_DAYS),
  ORDEREZ_LOG: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  COUCHDB_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address such as http://user:password@127.0.0.1:5984' })
    .optional(),
})

const FLAGS = {
  data: 'ORDEREZ_DATA',
  host: 'ORDEREZ_HOST',
  port: 'ORDEREZ_PORT',
  'trust-port': 'ORDEREZ_TRUST_PORT',
  names: 'ORDEREZ_NAMES',
  'demo-days': 'ORDEREZ_DEMO_DAYS',
  web: 'ORDEREZ_WEB',
  log: 'ORDEREZ_LOG',
} as const

export const USAGE = `usage: sync-server [--data DIR] [--port N] [--trust-port N|off] [--host ADDRESS] [--names a,b] [--web DIR] [--log LEVEL] [--demo] [--demo-days N]

  --data DIR        where everything is kept                              ORDEREZ_DATA        data
  --port N          HTTPS port of the terminals                           ORDEREZ_PORT        8443
  --trust-port N    plain HTTP page that shows how to trust this server   ORDEREZ_TRUST_PORT  8080
  --host ADDRESS    address to listen on                                  ORDEREZ_HOST        0.0.0.0
  --names a,b       further names in the server's certificate             ORDEREZ_NAMES
  --web DIR         the built web terminal                                ORDEREZ_WEB
  --log LEVEL       trace, debug, info, warn, error, silent               ORDEREZ_LOG         info
  --demo            open the demo restaurant                              ORDEREZ_DEMO        no
  --demo-days N     days of past orders that the demo is given            ORDEREZ_DEMO_DAYS   30
                    a real CouchDB 3 instead of the embedded store        COUCHDB_URL`

/** Merges flags over the environment and parses both. Throws `ConfigError` naming every setting that is wrong; secrets are not repeated. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, args: readonly string[]): Config {
  const given: Record<string, string> = {}
  for (const name of Object.keys(schema.shape)) {
    const value = environment[name]
    if (value !== undefined && value !== '') given[name] = value
  }
  Object.assign(given, readFlags(args))
  const parsed = schema.safeParse(given)
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  const settings = parsed.data
  return {
    dataDir: resolve(settings.ORDEREZ_DATA),
    host: settings.ORDEREZ_HOST,
    port: settings.ORDEREZ_PORT,
    trustPort: settings.ORDEREZ_TRUST_PORT,
    couchdbUrl: settings.COUCHDB_URL ?? null,
    names: [...new Set([hostname().toLowerCase(), ...settings.ORDEREZ_NAMES])],
    webRoot: settings.ORDEREZ_WEB ? resolve(settings.ORDEREZ_WEB) : null,
    demo: settings.ORDEREZ_DEMO,
    demoDays: settings.ORDEREZ_DEMO_DAYS,
    logLevel: settings.ORDEREZ_LOG,
  }
}

/** The configuration of this process. */
export function processConfig(): Config {
  return readConfig(process.env, process.argv.slice(2))
}

function readFlags(args: readonly string[]): Record<string, string> {
  const options = Object.fromEntries(Object.keys(FLAGS).map((flag) => [flag, { type: 'string' as const }]))
  try {
    const { values } = parseArgs({ args: [...args], options: { ...options, demo: { type: 'boolean' } }, strict: true })
    const flags: Record<string, string> = {}
    for (const [flag, variable] of Object.entries(FLAGS)) {
      const value = values[flag as keyof typeof values]
      if (typeof value === 'string') flags[variable] = value
    }
    if (values['demo'] === true) flags['ORDEREZ_DEMO'] = 'yes'
    return flags
  } catch (cause) {
    throw new ConfigError([cause instanceof Error ? cause.message : 'the command line could not be read'])
  }
}
