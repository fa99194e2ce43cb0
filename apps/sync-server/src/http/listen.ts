import type { Server } from 'node:http'
import { networkInterfaces } from 'node:os'
import type { AddressInfo, Socket } from 'node:net'

/**
 * What a client may take its time for. Somebody who sends a header or a body byte by byte, or nothing at all, is cut off within
 * `requestTimeout` and one check; terminals keep a quiet connection for the next signal, which saves them a TLS handshake.
 */
export const SERVER_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 60_000,
} as const

export interface Listener {
  readonly port: number
  /** Takes no new connections, drops idle ones, lets running requests end within `graceMs`, and cuts what is left. */
  stop(graceMs: number): Promise<void>
}

const SWEEP_MS = 50

/** Starts listening. Rejects with a clear sentence where the port is taken or not allowed. */
export function listen(server: Server, port: number, host: string): Promise<Listener> {
  // Also those that have not come as far as HTTP: Node's own list begins after the TLS handshake.
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return new Promise((resolve, reject) => {
    const failed = (cause: NodeJS.ErrnoException) => reject(new ListenError(port, host, cause.code ?? 'unknown'))
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      resolve({
        port: (server.address() as AddressInfo).port,
        stop: (graceMs) => stopListening(server, sockets, graceMs),
      })
    })
  })
}

export class ListenError extends Error {
  readonly code = 'listen.failed'
  constructor(port: number, host: string, reason: string) {
    super(
      `${host} port ${port} cannot be used (${reason}). Another program may hold it; choose another with --port or --trust-port.`,
    )
  }
}

function stopListening(server: Server, sockets: ReadonlySet<Socket>, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    const cut = setTimeout(() => {
      for (const socket of sockets) socket.destroy()
    }, graceMs)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(cut)
      resolve()
    })
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
