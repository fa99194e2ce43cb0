import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual, X509Certificate } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import type { Sealer } from '@orderez/core/sync'
import { createFileSafely, DRAFT_SUFFIX, readFileIfThere, writeFileSafely } from './safe-file.ts'
import {
  createAuthorityCertificate,
  createServerCertificate,
  keyBelongs,
  serverCertificateFits,
  type KeyedCertificate,
} from './site-certificates.ts'
import { SiteError } from './site-error.ts'

export interface SiteAuthority {
  /** What people put among the authorities that their device trusts. */
  readonly caPem: string
  /** SHA-256 of the site's public key (SPKI), base64url: what a join code pins. It outlives every certificate. */
  readonly fingerprint: string
  /** The server's certificate and the authority's, for `https.createServer`. */
  readonly certChainPem: string
  readonly certKeyPem: string
  /** 32 random bytes that everything else secret of the site is derived from. */
  readonly siteSecret: Uint8Array
  readonly tokenSecret: Uint8Array
}

export interface SiteOptions {
  readonly dataDir: string
  /** Further host names or addresses. The machine's own name and `localhost` are always there. */
  readonly names: readonly string[]
  /** The machine's addresses on the local network. */
  readonly addresses: readonly string[]
  /** Epoch milliseconds. */
  readonly now: number
}

const SECRET_BYTES = 32
const keyed = z.strictObject({ certPem: z.string(), keyPem: z.string() })
const siteFile = z.strictObject({ version: z.literal(1), authority: keyed, secret: z.base64url() })
type SiteFile = z.infer<typeof siteFile>

/**
 * The site's authority, made at the first start and never again, and the server's certificate, renewed whenever it is close to
 * its end or lacks a name; calling it again on the same directory is how a running server renews. Fails with a `SiteError` and
 * without touching anything where the files are damaged: a second authority would lock out every terminal that trusts the first.
 */
export async function openSiteAuthority(options: SiteOptions): Promise<SiteAuthority> {
  const directory = join(options.dataDir, 'site')
  const { authority, secret } = await openSiteFile(directory, options.now)
  const server = await openServerCertificate(directory, authority, options)
  const siteSecret = Uint8Array.from(Buffer.from(secret, 'base64url'))
  return {
    caPem: authority.certPem,
    fingerprint: fingerprintOf(authority.certPem),
    certChainPem: `${server.certPem.trim()}\n${authority.certPem.trim()}\n`,
    certKeyPem: server.keyPem,
    siteSecret,
    tokenSecret: derived(siteSecret, 'orderez access tokens'),
  }
}

/** Seals with a key of its own, so that no other use of the site's secret can make or check a seal. */
export function createSealer(siteSecret: Uint8Array): Sealer {
  const key = derived(siteSecret, 'orderez seals')
  const mac = (hash: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(createHmac('sha256', key).update(hash).digest())
  return {
    seal: (hash) => Buffer.from(mac(hash)).toString('base64url'),
    verify: (hash, seal) => {
      const given = Uint8Array.from(Buffer.from(seal, 'base64url'))
      const expected = mac(hash)
      return given.length === expected.length && timingSafeEqual(given, expected)
    },
  }
}

function derived(secret: Uint8Array, purpose: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdfSync('sha256', Uint8Array.from(secret), new Uint8Array(0), purpose, SECRET_BYTES))
}

async function openSiteFile(directory: string, now: number): Promise<SiteFile> {
  const path = join(directory, 'site.json')
  const present = await readSite(path)
  if (present !== null) return parseSite(path, present)
  if (await holdsOtherFiles(directory)) {
    throw new SiteError('site.missing', `${path} is missing although the site exists; put it back from a backup`)
  }
  const made: SiteFile = {
    version: 1,
    authority: await createAuthorityCertificate(now),
    secret: randomBytes(SECRET_BYTES).toString('base64url'),
  }
  if (await createFileSafely(path, `${JSON.stringify(made, null, 2)}\n`)) return made
  return parseSite(path, (await readSite(path)) ?? '')
}

async function readSite(path: string): Promise<string | null> {
  try {
    return await readFileIfThere(path)
  } catch (error) {
    throw new SiteError(
      'site.unreadable',
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

async function holdsOtherFiles(directory: string): Promise<boolean> {
  const present = await readdir(directory).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new SiteError('site.unreadable', `${directory} cannot be read`)
  })
  return present.some((name) => !name.endsWith(DRAFT_SUFFIX))
}

function parseSite(path: string, text: string): SiteFile {
  const site = siteFile.safeParse(parsedJson(text))
  const whole =
    site.success &&
    Buffer.from(site.data.secret, 'base64url').length === SECRET_BYTES &&
    isAuthority(site.data.authority)
  if (!whole) throw new SiteError('site.damaged', `${path} is damaged; put it back from a backup`)
  return site.data
}

function isAuthority(authority: KeyedCertificate): boolean {
  return attempt(() => new X509Certificate(authority.certPem).ca && keyBelongs(authority)) ?? false
}

async function openServerCertificate(
  directory: string,
  authority: KeyedCertificate,
  options: SiteOptions,
): Promise<KeyedCertificate> {
  const path = join(directory, 'server.json')
  const names = serverNames(options)
  const text = await readSite(path)
  const present = text === null ? null : keyed.safeParse(parsedJson(text)).data
  // A damaged one is made anew as well: nobody pins it, and the same authority vouches for the next.
  if (present && attempt(() => serverCertificateFits(present, authority, names, options.now))) return present
  const made = await createServerCertificate(authority, names, options.now)
  await writeFileSafely(path, `${JSON.stringify(made, null, 2)}\n`)
  return made
}

function serverNames({ names, addresses }: SiteOptions): string[] {
  const machine = hostname().toLowerCase()
  const [short] = machine.split('.')
  const wanted = ['localhost', '127.0.0.1', '::1', machine, `${short}.local`, ...addresses, ...names]
  return [...new Set(wanted.filter(canBeCertified))]
}

/** A machine may have a name that no certificate can carry (`my_pc`); it is reached by its address then. */
function canBeCertified(name: string): boolean {
  return isIP(name) !== 0 || (name.length <= 253 && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name))
}

function fingerprintOf(certPem: string): string {
  const spki = new X509Certificate(certPem).publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(Uint8Array.from(spki)).digest('base64url')
}

function parsedJson(text: string): unknown {
  return attempt((): unknown => JSON.parse(text))
}

/** Null where the text is not what it should be; its parser says so by throwing. */
function attempt<T>(parse: () => T): T | null {
  try {
    return parse()
  } catch {
    return null
  }
}
