import type { Invitation } from '../../data/index.ts'

const LOOPBACK = /^(localhost|127\.|\[::1\])/

/**
 * What the camera of a new device opens. This page's own address is known to work from a device of the network, unless it is the
 * server's own machine (or the desktop app, whose page comes from no server): then the one that the server gives.
 */
export function joinLinkOf(
  { code, address, fingerprint }: Pick<Invitation, 'code' | 'address' | 'fingerprint'>,
  page: Pick<Location, 'protocol' | 'hostname' | 'origin'>,
): string {
  const isReachable = page.protocol === 'https:' && !LOOPBACK.test(page.hostname)
  return `${isReachable ? page.origin : address}/#join=${code}&spki=${fingerprint}`
}
