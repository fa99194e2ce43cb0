import type { SiteAuthority } from '../tls/site-authority.ts'

const LOOK_MS = 60_000
const DAY_MS = 86_400_000

export interface RenewalPorts {
  /** Opens the site's files for the machine's addresses and makes a new certificate where the old one does not do any more. */
  open(addresses: readonly string[]): Promise<SiteAuthority>
  /** Puts the certificate to use. */
  apply(site: SiteAuthority): void
  addresses(): readonly string[]
  now(): number
  /** The old certificate goes on serving; it is tried again at the next look. */
  failed(cause: unknown): void
}

export interface CertificateRenewal {
  /** Opens the site again once a day, and when the machine's addresses have changed. */
  look(): Promise<void>
  stop(): void
}

/** Renews the server's certificate while it runs: a box in a restaurant runs for longer than a certificate, and changes its address. */
export function keepCertificateFresh(ports: RenewalPorts): CertificateRenewal {
  let openedAt = ports.now()
  let openedFor = keyOf(ports.addresses())

  async function look(): Promise<void> {
    try {
      const now = ports.now()
      const addresses = ports.addresses()
      if (Math.abs(now - openedAt) < DAY_MS && keyOf(addresses) === openedFor) return
      ports.apply(await ports.open(addresses))
      openedAt = now
      openedFor = keyOf(addresses)
    } catch (cause) {
      ports.failed(cause)
    }
  }

  const timer = setInterval(() => void look(), LOOK_MS)
  timer.unref()
  return { look, stop: () => clearInterval(timer) }
}

function keyOf(addresses: readonly string[]): string {
  return addresses.toSorted().join(' ')
}
