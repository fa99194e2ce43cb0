import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { EndOfTiles } from './end-of-tiles.tsx'
import { useDrawn } from './use-drawn.ts'

const TILE_PX = 40

function List({ all, name, drew }: { all: readonly string[]; name: string; drew: (count: number) => void }) {
  const { drawn, more } = useDrawn(all, name)
  drew(drawn.length)
  return (
    <div style={{ height: 400, overflowY: 'auto' }}>
      {drawn.map((each) => (
        <p key={each} style={{ height: TILE_PX, margin: 0 }}>
          {each}
        </p>
      ))}
      {more ? <EndOfTiles key={drawn.length} onSeen={more} /> : null}
    </div>
  )
}

let host: HTMLElement
let root: Root
beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'))
  root = createRoot(host)
})
afterEach(() => {
  root.unmount()
  host.remove()
})

const dishes = (count: number, word = 'dish') => Array.from({ length: count }, (_, index) => `${word} ${index}`)
const count = () => host.querySelectorAll('p').length
function scrollToEnd(): void {
  const list = host.querySelector('div')
  list?.scrollTo({ top: list.scrollHeight })
}

it('draws a screenful first, a page when the hand rests, and the rest as somebody scrolls there', async () => {
  const drew: number[] = []
  root.render(<List all={dishes(250)} name="hot" drew={(drawn) => drew.push(drawn)} />)
  await vi.waitFor(() => expect(count()).toBe(96))
  expect(drew[0]).toBe(24)
  scrollToEnd()
  await vi.waitFor(() => expect(count()).toBe(192))
  scrollToEnd()
  await vi.waitFor(() => expect(count()).toBe(250))
})

it('keeps what is drawn when the same list changes, and begins another one anew', async () => {
  const drew: number[] = []
  const show = (all: readonly string[], name: string) =>
    root.render(<List all={all} name={name} drew={(drawn) => drew.push(drawn)} />)
  show(dishes(250), 'hot')
  await vi.waitFor(() => expect(count()).toBe(96))
  scrollToEnd()
  await vi.waitFor(() => expect(count()).toBe(192))
  drew.length = 0
  show(dishes(249), 'hot')
  await vi.waitFor(() => expect(drew.length).toBeGreaterThan(0))
  expect(Math.min(...drew)).toBe(192)
  drew.length = 0
  show(dishes(30, 'cold'), 'cold')
  await vi.waitFor(() => expect(count()).toBe(30))
  expect(drew[0]).toBe(24)
})
