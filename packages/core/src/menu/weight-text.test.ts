import { describe, expect, it } from 'vitest'
import { parseWeight, weightText } from './index.ts'

describe('a weight as it is typed', () => {
  it.each([
    ['1.25', 1_250],
    ['2', 2_000],
    ['.5', 500],
    ['0.001', 1],
    ['10000', 10_000_000],
    ['3.', 3_000],
  ])('%s is %i thousandths, and reads the same again', (text, quantity) => {
    expect(parseWeight(text)).toEqual({ ok: true, value: quantity })
    expect(parseWeight(weightText(quantity))).toEqual({ ok: true, value: quantity })
  })

  it.each([
    ['', 'weight.malformed'],
    ['.', 'weight.malformed'],
    ['1.2345', 'weight.malformed'],
    ['1.2.3', 'weight.malformed'],
    ['-1', 'weight.malformed'],
    ['0', 'weight.outOfRange'],
    ['0.000', 'weight.outOfRange'],
    ['10000.001', 'weight.outOfRange'],
  ])('%s is none: %s', (text, code) => {
    expect(parseWeight(text)).toMatchObject({ ok: false, code })
  })

  it('has no more decimals than it needs', () => {
    expect([1_250, 2_000, 1, 10_500].map(weightText)).toEqual(['1.25', '2', '0.001', '10.5'])
  })
})
