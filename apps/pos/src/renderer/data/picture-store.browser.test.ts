import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PersonId } from '@orderez/core/kernel'
import { createPictureAddresses } from './picture-addresses.ts'
import { openPictureStore } from './picture-store.ts'

const [A, B] = [`${'a'.repeat(64)}.svg`, `${'b'.repeat(64)}.webp`]
const manager = 'person_1' as PersonId
let numbers = 0
const fresh = () => `test-${(numbers += 1)}`

afterEach(async () => {
  for (const name of await caches.keys()) await caches.delete(name)
})

describe('the pictures in the browser', () => {
  it('are found again by another window, each with its type, until they are dropped', async () => {
    const terminal = fresh()
    const store = openPictureStore(terminal)
    await store.keep(A, new Blob(['drawing']))
    await store.keep(B, new Blob(['photo'], { type: 'image/webp' }))
    const other = openPictureStore(terminal)
    expect((await other.names()).toSorted()).toEqual([A, B])
    const found = await other.read(A)
    expect([await found?.text(), found?.type]).toEqual(['drawing', 'image/svg+xml'])
    await other.drop(A)
    expect([await store.read(A), await store.names()]).toEqual([null, [B]])
    expect(await openPictureStore(fresh()).names()).toEqual([])
  })

  it('remember who took a photograph and when, until it is sent', async () => {
    const store = openPictureStore(fresh())
    await store.keepUnsent({ name: B, photo: new Blob(['photo']), by: manager, keptAt: 1_234 })
    const [unsent] = await store.unsent()
    expect(unsent).toMatchObject({ name: B, by: manager, keptAt: 1_234 })
    expect([await unsent?.photo.text(), unsent?.photo.type]).toEqual(['photo', 'image/webp'])
    expect(await store.names()).toEqual([])
    await store.dropUnsent(B)
    expect(await store.unsent()).toEqual([])
  })
})

describe('the addresses of pictures', () => {
  it('are one for all who look, filled when the picture comes, and taken back a minute after the last look', async () => {
    const pictures = new Map<string, Blob>()
    const revoke = vi.spyOn(URL, 'revokeObjectURL')
    const addresses = createPictureAddresses(async (name) => pictures.get(name) ?? null)
    const live = addresses.live(A)
    expect(addresses.live(A)).toBe(live)
    let news = 0
    const leave = [live.subscribe(() => (news += 1)), live.subscribe(() => (news += 1))]
    await vi.waitFor(() => expect(live.get()).toBeNull())
    pictures.set(A, new Blob(['drawing'], { type: 'image/svg+xml' }))
    addresses.arrived(A)
    await vi.waitFor(() => expect(live.get()).toMatch(/^blob:/))
    expect(news).toBe(2)
    const url = live.get()
    vi.useFakeTimers()
    for (const each of leave) each()
    vi.advanceTimersByTime(59_000)
    expect([live.get(), revoke.mock.calls]).toEqual([url, []])
    vi.advanceTimersByTime(2_000)
    expect([live.get(), revoke.mock.calls]).toEqual([null, [[url]]])
    vi.useRealTimers()
    revoke.mockRestore()
  })

  it('are all taken back at the end', async () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL')
    const addresses = createPictureAddresses(async () => new Blob(['photo']))
    const live = addresses.live(B)
    live.subscribe(() => undefined)
    await vi.waitFor(() => expect(live.get()).toMatch(/^blob:/))
    const url = live.get()
    addresses.close()
    expect([live.get(), revoke.mock.calls]).toEqual([null, [[url]]])
    revoke.mockRestore()
  })
})
