import { describe, expect, it } from 'vitest'
import { isQrTender, payCode } from './pay-code.ts'

const CNY = { code: 'CNY', exponent: 2 } as const
const JPY = { code: 'JPY', exponent: 0 } as const

describe('a code to pay by', () => {
  const asked = { tender: 'wechat', sum: 12_05, currency: CNY, reference: 'AK-17' } as const

  it('is the branch’s own, as it is', () => {
    expect(payCode({ wechat: 'wxp://f2f0abc' }, asked)).toBe('wxp://f2f0abc')
    expect(payCode({ wechat: 'wxp://f2f0abc' }, { ...asked, tender: 'alipay' })).toBeNull()
    expect(payCode(undefined, asked)).toBeNull()
    expect(payCode({ wechat: '' }, asked)).toBeNull()
  })

  it('says the sum and the order where it has places for them', () => {
    const code = 'https://pay.example/w?sum={amount}&of={reference}'
    expect(payCode({ wechat: code }, asked)).toBe('https://pay.example/w?sum=12.05&of=AK-17')
    expect(payCode({ wechat: code }, { ...asked, sum: 980, currency: JPY, reference: 'A&B' })).toBe(
      'https://pay.example/w?sum=980&of=A%26B',
    )
  })

  it('is for wallets only', () => {
    expect((['cash', 'card', 'wechat', 'alipay', 'member', 'voucher', 'other'] as const).filter(isQrTender)).toEqual([
      'wechat',
      'alipay',
    ])
  })
})
