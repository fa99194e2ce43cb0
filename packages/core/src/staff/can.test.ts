import { describe, expect, test } from 'vitest'
import { roleNameSchema } from '../branch/index.ts'
import { FACT_KINDS } from '../orders/index.ts'
import { ACTIONS, actionOfFact, can, isPhysical, RIGHTS, type RoleRights } from './index.ts'

describe('can', () => {
  test('A7: every fact kind and every edited kind has a right, and somebody who has it', () => {
    expect(Object.keys(RIGHTS).sort()).toEqual([...ACTIONS].sort())
    for (const action of ACTIONS) expect(roleNameSchema.options.some((role) => can([role], action))).toBe(true)
  })

  test('A7: a manager may everything; nobody may anything without a role', () => {
    for (const action of ACTIONS) expect([can(['manager'], action), can([], action)]).toEqual([true, false])
  })

  test('A7: the till gives money back and away, the floor does not; the kitchen sells nothing', () => {
    expect(can(['waiter'], 'fact.refunded')).toBe(false)
    expect(can(['cashier'], 'fact.refunded')).toBe(true)
    expect(can(['waiter'], 'price.override')).toBe(false)
    expect(can(['kitchen'], 'fact.roundSent')).toBe(false)
    expect(can(['kitchen', 'waiter'], 'fact.roundSent')).toBe(true)
  })

  test('A7: role documents give and take; the right to write roles cannot be taken from managers', () => {
    const given: RoleRights = [{ role: 'waiter', rights: { 'fact.refunded': true, 'fact.voided': false } }]
    expect(can(['waiter'], 'fact.refunded', given)).toBe(true)
    expect(can(['waiter'], 'fact.voided', given)).toBe(false)
    expect(can(['waiter', 'cashier'], 'fact.voided', given)).toBe(true)
    expect(can(['waiter'], 'fact.refunded', [{ ...given[0], role: 'waiter', rights: {}, deleted: true }])).toBe(false)
    const lockedOut: RoleRights = [{ role: 'manager', rights: { 'edit.role': false, 'edit.dish': false } }]
    expect(can(['manager'], 'edit.role', lockedOut)).toBe(true)
    expect(can(['manager'], 'edit.dish', lockedOut)).toBe(false)
  })

  test('A6: what is physical is a kind of fact', () => {
    expect(FACT_KINDS.filter(isPhysical)).toHaveLength(10)
    expect(FACT_KINDS.map(actionOfFact).every((action) => ACTIONS.includes(action))).toBe(true)
  })
})
