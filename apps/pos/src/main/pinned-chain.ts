import { createHash, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'

/** What a server showed: its own certificate and those that vouch for it, in PEM. */
export interface ShownChain {
  readonly hostname: string
  readonly certificates: readonly string[]
}

/**
 * True where the server's certificate is for this name and each certificate is signed by the next, up to one whose key is the pinned site
 * authority (SHA-256 of its SPKI, base64url). `now` in epoch milliseconds refuses what has ended; what has not begun yet passes, because a
 * terminal whose clock lost its battery must still reach the server that tells it the time.
 */
export function isPinnedChain(shown: ShownChain, spki: string, now: number): boolean {
  const chain = parsedChain(shown.certificates)
  const [server, ...vouchers] = chain
  if (!server || !isFor(server, shown.hostname) || !isServing(server) || isOver(server, now)) return false
  let signed = server
  for (const voucher of vouchers) {
    if (!voucher.ca || isOver(voucher, now) || !signed.checkIssued(voucher) || !signed.verify(voucher.publicKey))
      return false
    if (spkiOf(voucher) === spki) return true
    signed = voucher
  }
  return false
}

function parsedChain(certificates: readonly string[]): readonly X509Certificate[] {
  try {
    return certificates.map((pem) => new X509Certificate(pem))
  } catch {
    // The parser says by throwing that something is no certificate; nobody is trusted for it.
    return []
  }
}

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1'

function isServing(certificate: X509Certificate): boolean {
  const usages: readonly string[] | undefined = certificate.keyUsage
  return usages === undefined || usages.includes(SERVER_AUTH)
}

function isFor(certificate: X509Certificate, hostname: string): boolean {
  const address = hostname.replace(/^\[(.*)\]$/, '$1')
  const found = isIP(address) ? certificate.checkIP(address) : certificate.checkHost(hostname, { subject: 'never' })
  return found !== undefined
}

function isOver(certificate: X509Certificate, now: number): boolean {
  return Date.parse(certificate.validTo) < now
}

function spkiOf(certificate: X509Certificate): string {
  const key = certificate.publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(key).digest('base64url')
}
