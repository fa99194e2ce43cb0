// x509 finds its parts through reflected metadata, which has to be there before it.
import 'reflect-metadata'
import { createPrivateKey, randomBytes, webcrypto, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'

export interface KeyedCertificate {
  readonly certPem: string
  /** PKCS #8. */
  readonly keyPem: string
}

const DAY_MS = 86_400_000
const CA_YEARS = 10
/** Apple's systems take no server certificate that is valid for longer than 398 days. */
const SERVER_DAYS = 397
const RENEW_DAYS = 30
/** A clock that shows an earlier time has not been set; certificates made then would end before anybody saw them. */
const EARLIEST_MS = Date.UTC(2026, 0, 1)

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' }
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' }

/** `now` in epoch milliseconds. The authority is valid from a fixed past on: no clock of a terminal finds it "not yet valid". */
export async function createAuthorityCertificate(now: number): Promise<KeyedCertificate> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: `CN=OrderEZ site ${randomBytes(2).toString('hex').toUpperCase()}`,
    notBefore: new Date(EARLIEST_MS),
    notAfter: new Date(Math.max(now, EARLIEST_MS) + CA_YEARS * 365 * DAY_MS),
    keys,
    signingAlgorithm: SIGNING,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
    ],
  })
  return { certPem: certificate.toString('pem'), keyPem: await exportKey(keys.privateKey) }
}

/** A certificate for the server under these names and addresses, signed by the authority. */
export async function createServerCertificate(
  authority: KeyedCertificate,
  names: readonly string[],
  now: number,
): Promise<KeyedCertificate> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const issuer = new X509Certificate(authority.certPem)
  const notBefore = Math.max(now - DAY_MS, EARLIEST_MS)
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: 'CN=OrderEZ server',
    issuer: issuer.subject,
    notBefore: new Date(notBefore),
    notAfter: new Date(notBefore + SERVER_DAYS * DAY_MS),
    publicKey: keys.publicKey,
    signingKey: await importKey(authority.keyPem),
    signingAlgorithm: SIGNING,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(names.map((name) => ({ type: isIP(name) ? 'ip' : 'dns', value: name }))),
      await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      await AuthorityKeyIdentifierExtension.create(await publicKeyOf(issuer), false, webcrypto),
    ],
  })
  return { certPem: certificate.toString('pem'), keyPem: await exportKey(keys.privateKey) }
}

/** True while the certificate is of this authority, has its key, covers every name and does not end within 30 days. */
export function serverCertificateFits(
  server: KeyedCertificate,
  authority: KeyedCertificate,
  names: readonly string[],
  now: number,
): boolean {
  const certificate = new X509Certificate(server.certPem)
  const issuer = new X509Certificate(authority.certPem)
  const time = Math.max(now, EARLIEST_MS)
  return (
    keyBelongs(server) &&
    certificate.verify(issuer.publicKey) &&
    Date.parse(certificate.validFrom) <= time &&
    Date.parse(certificate.validTo) >= time + RENEW_DAYS * DAY_MS &&
    names.every((name) => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name, { subject: 'never' })))
  )
}

/** Throws where either is not what it should be at all. */
export function keyBelongs({ certPem, keyPem }: KeyedCertificate): boolean {
  return new X509Certificate(certPem).checkPrivateKey(createPrivateKey(keyPem))
}

function serialNumber(): string {
  // Positive and of full length: the first byte is between 0x40 and 0x7f.
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes.toString('hex')
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  return PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')
}

function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  return webcrypto.subtle.importKey('pkcs8', PemConverter.decodeFirst(pem), ALGORITHM, false, ['sign'])
}

function publicKeyOf(certificate: X509Certificate): Promise<webcrypto.CryptoKey> {
  const spki = certificate.publicKey.export({ type: 'spki', format: 'der' })
  return webcrypto.subtle.importKey('spki', Uint8Array.from(spki), ALGORITHM, true, ['verify'])
}
