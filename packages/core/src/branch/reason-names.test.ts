import { expect, it } from 'vitest'
import { createIdSource } from '../kernel/index.ts'
import { reasonNames } from './reason-names.ts'

const ids = createIdSource({ now: () => 0, random: (bytes) => new Uint8Array(bytes) })

it('knows a reason by either of its names, and leaves others as they were typed', () => {
  const names = { zh: '已售罄', en: 'Sold out' }
  const branch = { reasons: [{ id: ids.next('reason'), use: 'void' as const, names, deleted: true }] }
  expect(reasonNames(branch, '已售罄')).toEqual(names)
  expect(reasonNames(branch, 'Sold out')).toEqual(names)
  expect(reasonNames(branch, 'dropped')).toEqual({ zh: 'dropped', en: 'dropped' })
  expect(reasonNames({}, 'dropped')).toEqual({ zh: 'dropped', en: 'dropped' })
})
