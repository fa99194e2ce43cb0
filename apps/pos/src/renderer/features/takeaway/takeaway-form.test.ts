import { describe, expect, it } from 'vitest'
import { contactOf, emptyForm, formComplete, wishOf } from './takeaway-form.ts'

describe('what is asked for an order that leaves the house', () => {
  it('asks where a delivery goes, and nothing of who comes by', () => {
    expect(formComplete(emptyForm('takeaway'))).toBe(true)
    expect(formComplete(emptyForm('delivery'))).toBe(false)
    expect(formComplete({ ...emptyForm('delivery'), address: '  ' })).toBe(false)
    expect(formComplete({ ...emptyForm('delivery'), address: '江边路 3 号' })).toBe(true)
  })

  it('says only what was typed, and an address only for a delivery', () => {
    const typed = { ...emptyForm('takeaway'), name: ' 周 ', phone: '', address: '江边路 3 号' }
    expect(contactOf(typed)).toEqual({ name: '周' })
    expect(contactOf({ ...typed, type: 'delivery' })).toEqual({ name: '周', address: '江边路 3 号' })
    expect(wishOf(typed)).toEqual({})
    expect(wishOf({ ...typed, wishedAt: 5 })).toEqual({ wishedAt: 5 })
  })
})
