import type { Server } from 'node:http'
import { networkInterfaces } from 'node:os'
import type { AddressInfo } from 'node:net'

/** Starts listening and gives the port. Rejects with a clear sentence where the port is taken or not allowed. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (cause: NodeJS.ErrnoException) => reject(new ListenError(port, cause.code ?? 'unknown'))
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

export class ListenError extends Error {
  readonly code = 'listen.failed'
  constructor(port: number, reason: string) {
    super(
      `Port ${port} cannot be used (${reason}). Another program may hold it; choose another with --port or --trust-port.`,
    )
  }
}

/** Takes no new connections, lets running requests end, and drops idle ones. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}

/** The IPv4 addresses by which other devices of the network reach this machine. */
export function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)
}
