import { describe, expect, it } from 'vitest'
import { setupRequestSchema } from '@orderez/core/setup'
import { newDraft, problemOf, requestOf, SETUP_STEPS, taxPpm, type SetupDraft } from './setup-draft.ts'

const filled: SetupDraft = {
  ...newDraft('Asia/Shanghai'),
  zh: '小馆',
  menu: '茶 5',
  owner: ' 王掌柜 ',
  pin: '804137',
  again: '804137',
}

describe('the draft of a restaurant', () => {
  it('begins with what the place lets guess', () => {
    expect(newDraft('Asia/Shanghai')).toMatchObject({ currency: 'CNY', taxPercent: '6' })
    expect(newDraft('Asia/Tokyo').currency).toBe('JPY')
    expect(newDraft('Europe/Madrid').currency).toBe('EUR')
    expect(newDraft('America/Lima').currency).toBe('USD')
  })

  it('is a request that the server takes when no step has a problem', () => {
    expect(SETUP_STEPS.map((step) => problemOf(step, filled))).toEqual([null, null, null, null])
    const request = requestOf(filled, 'zh', '前台')
    expect(setupRequestSchema.parse(request)).toEqual(request)
    expect(request).toMatchObject({ tax: { ratePpm: 60_000, inclusive: true }, owner: { name: '王掌柜' } })
  })

  it.each<[string, Partial<SetupDraft>]>([
    ['setup.needsName', { zh: ' ' }],
    ['setup.badTimeZone', { timeZone: 'Asia/Nowhere' }],
    ['setup.badTax', { taxPercent: '6.125' }],
    ['setup.needsOwner', { owner: '' }],
    ['setup.sixDigits', { pin: '80413' }],
    ['setup.obvious', { pin: '123456', again: '123456' }],
    ['setup.notTheSame', { again: '804138' }],
  ])('says %s', (problem, change) => {
    const draft = { ...filled, ...change }
    expect(SETUP_STEPS.map((step) => problemOf(step, draft))).toContain(problem)
  })

  it.each([
    ['6', 60_000],
    ['8,25', 82_500],
    ['0', 0],
    ['100', 1_000_000],
    ['101', null],
    ['-1', null],
    ['', null],
  ])('reads a tax of %j', (text, ppm) => expect(taxPpm(text)).toBe(ppm))
})
