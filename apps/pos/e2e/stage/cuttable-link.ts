import { connect, createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/**
 * The cable between one device and the server: a TCP relay that a test can cut, stall and join again. A cut kills what is open and refuses
 * what is new, as a switch that lost its power does; a stalled link takes connections and carries nothing, as bad Wi-Fi does.
 */
export interface CuttableLink {
  readonly port: number
  cut(): void
  stall(): void
  join(): void
  close(): Promise<void>
}

type State = 'joined' | 'cut' | 'stalled'

export async function openLink(serverPort: () => number): Promise<CuttableLink> {
  const sockets = new Set<Socket>()
  let state: State = 'joined'

  const relay = createServer((near) => {
    track(near)
    if (state === 'cut') {
      near.destroy()
      return
    }
    if (state === 'stalled') return
    // A wire holds nothing back: without these, what comes in two pieces waits 40 ms for an acknowledgement.
    const far = connect({ port: serverPort(), host: '127.0.0.1', noDelay: true })
    near.setNoDelay(true)
    track(far)
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  function track(socket: Socket): void {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  function dropAll(): void {
    for (const socket of sockets) socket.destroy()
  }

  const port = await listenAnywhere(relay)
  return {
    port,
    cut() {
      state = 'cut'
      dropAll()
    },
    stall() {
      state = 'stalled'
      for (const socket of sockets) socket.unpipe().pause()
    },
    join() {
      if (state === 'stalled') dropAll()
      state = 'joined'
    },
    close() {
      dropAll()
      return new Promise((resolve) => relay.close(() => resolve()))
    },
  }
}

function listenAnywhere(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
