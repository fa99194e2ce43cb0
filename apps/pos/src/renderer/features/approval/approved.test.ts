import { describe, expect, it } from 'vitest'
import type { RoleName } from '@orderez/core/branch'
import { openOrder, reopenOrder, sendRound, type FactKind } from '@orderez/core/orders'
import type { BusinessDay } from '@orderez/core/kernel'
import { takePayment } from '@orderez/core/payments'
import { actionOfFact, can } from '@orderez/core/staff'
import { closeOrder, WHOLE_SHARE } from '@orderez/core/orders'
import { createScene, makeLine } from '@orderez/core/testing'
import { approvedBy } from './approved.ts'

const may = (role: RoleName) => (kind: FactKind) => can([role], actionOfFact(kind))

describe('somebody who stands for it', () => {
  it('lets a waiter open a closed order again, and is named', () => {
    const scene = createScene()
    const { ids } = scene
    const waiter = scene.terminal({ may: may('waiter') })
    const order = ids.next('order')
    const opening = {
      order,
      branch: ids.next('branch'),
      day: '2026-11-20' as BusinessDay,
      number: { letters: 'AK', counter: 1 },
      type: 'dineIn' as const,
      table: ids.next('table'),
      guests: 2,
    }
    waiter.record(openOrder(opening, waiter.context))
    waiter.record(sendRound(waiter.state(order), { lines: [makeLine(ids, { price: 1_000 })] }, waiter.context))
    waiter.record(takePayment(waiter.states(), { at: { order, share: WHOLE_SHARE }, tender: 'cash' }, waiter.context))
    waiter.record(closeOrder(waiter.states(), order, waiter.context))
    const reopen = (role: RoleName) => {
      const approved = approvedBy({ id: ids.next('person'), roles: [role] }, [])
      const { approver } = approved
      return reopenOrder(waiter.state(order), { reason: 'dessert', approver }, approved.within(waiter.context))
    }
    expect(reopen('waiter')).toMatchObject({ ok: false, code: 'right.missing' })
    const [fact] = waiter.record(reopen('manager'))
    expect(fact).toMatchObject({ kind: 'reopened', person: waiter.person })
    expect(fact?.body['approver']).not.toBe(waiter.person)
  })
})
