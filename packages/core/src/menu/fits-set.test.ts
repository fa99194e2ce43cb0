import { describe, expect, it } from 'vitest'
import { createIdSource } from '../kernel/index.ts'
import { extrasOf, fitsSet, type SetPart } from './index.ts'

let tick = 0
const ids = createIdSource({ now: () => 1_790_000_000_000, random: (bytes) => new Uint8Array(bytes).fill((tick += 1)) })
const [soup, salad, beef, fish, tea] = [1, 2, 3, 4, 5].map(() => ids.next('dish'))
const names = { zh: '例', en: 'Part' }
type Dish = NonNullable<typeof soup>
const offer = (dish: Dish | undefined, extra = 0) => ({ dish: dish!, extra })
const part = (min: number, max: number, ...choices: readonly SetPart['choices'][number][]): SetPart => ({
  id: ids.next('setPart'),
  names,
  min,
  max,
  choices: [...choices],
})
const lunch = [
  part(1, 1, offer(soup), offer(salad)),
  part(1, 1, offer(beef), offer(fish, 12_00)),
  part(0, 1, offer(tea), offer(soup)),
]

describe('a set meal', () => {
  it('is filled by one dish for each part, in whatever order', () => {
    expect(fitsSet(lunch, [offer(fish, 12_00), offer(salad)])).toBe(true)
    expect(fitsSet(lunch, [offer(soup), offer(beef), offer(tea)])).toBe(true)
  })

  it('wants what its parts want, and no more than they allow', () => {
    expect(fitsSet(lunch, [offer(soup)])).toBe(false)
    expect(fitsSet(lunch, [offer(soup), offer(tea)])).toBe(false)
    expect(fitsSet(lunch, [offer(soup), offer(beef), offer(fish, 12_00)])).toBe(false)
    expect(fitsSet(lunch, [])).toBe(false)
  })

  it('takes a dish at the extra of the part that offers it, at no other', () => {
    expect(fitsSet(lunch, [offer(soup), offer(fish, 0)])).toBe(false)
    expect(fitsSet(lunch, [offer(soup), offer(beef, 12_00)])).toBe(false)
    expect(extrasOf(lunch, fish!)).toEqual([12_00])
    expect(extrasOf(lunch, soup!)).toEqual([0, 0])
  })

  it('finds the part for a dish that stands in two of them', () => {
    expect(fitsSet(lunch, [offer(soup), offer(salad), offer(beef)])).toBe(true)
    expect(fitsSet(lunch, [offer(soup), offer(soup), offer(beef)])).toBe(true)
    expect(fitsSet(lunch, [offer(soup), offer(soup), offer(soup), offer(beef)])).toBe(false)
  })

  it('has no dish of a part twice', () => {
    const two = [part(2, 2, offer(soup), offer(salad), offer(tea))]
    expect(fitsSet(two, [offer(soup), offer(tea)])).toBe(true)
    expect(fitsSet(two, [offer(soup), offer(soup)])).toBe(false)
  })
})
