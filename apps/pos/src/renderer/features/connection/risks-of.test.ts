import { describe, expect, it } from 'vitest'
import { createIdSource } from '@orderez/core/kernel'
import { ordersAtRisk, riskCount, risksOf } from './risks-of.ts'

const ids = createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes) })
const quiet = { refused: 0, held: 0, breaks: [], deadLetters: [], refusedEdits: [] }
const letter = { fact: ids.next('fact'), code: 'fact.malformed' }
const lines = (order: string) => ({
  edit: ids.next('edit'),
  collection: 'carts' as const,
  document: ids.next('cart'),
  code: 'record.invalid',
  mine: { order },
})

describe('risks', () => {
  it('are none where all is well', () => {
    expect(riskCount(risksOf(quiet))).toBe(0)
  })

  it('count what the server could not read and the edits that it did not take', () => {
    const risks = risksOf({
      ...quiet,
      refused: 1,
      held: 2,
      breaks: ['log.missing'],
      deadLetters: [letter],
      refusedEdits: [lines('x')],
    })
    expect(risks).toEqual({ setAside: 3, undelivered: 1, refusedEdits: 1, breaks: 1 })
    expect(riskCount(risks)).toBe(6)
  })

  it('name the orders that they concern', () => {
    const [sent, edited, fine] = [ids.next('order'), ids.next('order'), ids.next('order')]
    const orders = [
      { id: sent, undecided: [letter.fact] },
      { id: edited, undecided: [] },
      { id: fine, undecided: [ids.next('fact')] },
    ]
    const status = { deadLetters: [letter], refusedEdits: [lines(edited)] }
    expect(ordersAtRisk(status, orders).map(({ id }) => id)).toEqual([sent, edited])
  })

  it('are over for a fact that the server has judged since', () => {
    const judged = { id: ids.next('order'), undecided: [] }
    expect(ordersAtRisk({ deadLetters: [letter], refusedEdits: [] }, [judged])).toEqual([])
  })
})
