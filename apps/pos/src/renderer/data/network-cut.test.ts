import { describe, expect, it } from 'vitest'
import { ok } from '@orderez/core/kernel'
import type { ServerLink, StreamMessage } from '@orderez/core/sync'
import { createCuttableLink, openNetworkCut, type NetworkCut } from './network-cut.ts'

const BEAT: StreamMessage = { type: 'beat', epoch: 'abcd', serverTime: 1 }

function memoryStorage(): Storage {
  const held = new Map<string, string>()
  return {
    get length() {
      return held.size
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    clear: () => held.clear(),
  }
}

interface Scene {
  readonly network: NetworkCut
  readonly link: ServerLink
  readonly reached: string[]
  beat(): void
  hold(): (release: void) => void
}

function openScene(): Scene {
  const reached: string[] = []
  const network = openNetworkCut('trm_1', memoryStorage(), new EventTarget())
  let held: Promise<void> = Promise.resolve()
  let say: (message: StreamMessage) => void = () => undefined
  async function answer(name: string) {
    reached.push(name)
    await held
    return ok({} as never)
  }
  const inner: ServerLink = {
    handshake: () => answer('handshake'),
    push: () => answer('push'),
    pull: () => answer('pull'),
    fetch: () => answer('fetch'),
    openStream(on) {
      reached.push('stream')
      say = on.message
      return { close: () => reached.push('closed') }
    },
  }
  return {
    network,
    link: createCuttableLink(inner, network),
    reached,
    beat: () => say(BEAT),
    hold() {
      const waiting = Promise.withResolvers<void>()
      held = waiting.promise
      return waiting.resolve
    },
  }
}

describe('the network cut by hand', () => {
  it('lets no call and no stream out, and everything again once it is mended', async () => {
    const { link, network, reached } = openScene()
    network.set(true)
    for (const name of ['handshake', 'push', 'pull', 'fetch'] as const) {
      expect(await link[name]({} as never)).toMatchObject({ ok: false, code: 'link.offline' })
    }
    await new Promise<void>((end) => link.openStream({ message: () => undefined, end }))
    expect(reached).toEqual([])
    network.set(false)
    expect(await link.push({} as never)).toMatchObject({ ok: true })
    link.openStream({ message: () => undefined, end: () => undefined })
    expect(reached).toEqual(['push', 'stream'])
  })

  it('loses the answer that is under way, as a cable does', async () => {
    const { link, network, hold } = openScene()
    const release = hold()
    const pushing = link.push({} as never)
    network.set(true)
    release()
    expect(await pushing).toMatchObject({ ok: false, code: 'link.offline' })
  })

  it('ends a stream that is open, once, and what is said on it afterwards is not heard', () => {
    const { link, network, reached, beat } = openScene()
    let [heard, ended] = [0, 0]
    link.openStream({ message: () => void (heard += 1), end: () => void (ended += 1) })
    beat()
    network.set(true)
    beat()
    network.set(true)
    expect([heard, ended, reached]).toEqual([1, 1, ['stream', 'closed']])
  })

  it('stays cut over a reload, for this terminal alone, and other windows hear of it', () => {
    const storage = memoryStorage()
    const page = new EventTarget()
    const first = openNetworkCut('trm_1', storage, page)
    let heard = 0
    openNetworkCut('trm_1', storage, page).listen(() => void (heard += 1))
    first.set(true)
    page.dispatchEvent(Object.assign(new Event('storage'), { key: 'orderez.cut' }))
    page.dispatchEvent(Object.assign(new Event('storage'), { key: 'something else' }))
    expect(heard).toBe(1)
    expect(openNetworkCut('trm_1', storage, page).isCut()).toBe(true)
    expect(openNetworkCut('trm_2', storage, page).isCut()).toBe(false)
  })
})
