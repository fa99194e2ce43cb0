import fc from 'fast-check'
import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { cleanText, cutText, isWellFormedText, nameIn, namesSchema, safeText, textLength } from './index.ts'

const family = '👨‍👩‍👧‍👦'

describe('safeText', () => {
  it('counts as people count', () => {
    expect(textLength('宫保鸡丁')).toBe(4)
    expect(textLength(`é${family}👍🏽`)).toBe(3)
    expect(safeText(2).safeParse(`${family}${family}`).success).toBe(true)
    expect(safeText(2).safeParse('abc').success).toBe(false)
  })

  it('keeps what was typed, spaces and line feeds too', () => {
    expect(safeText(20).parse('  no\nonion ')).toBe('  no\nonion ')
  })

  it.each(['\u0000', '\t', '\r', '\u001b[31m', '\u007f', '\u0085', '\u2028', '\ud83d', 'a\udc00', 7, null])(
    'refuses %j',
    (value) => {
      expect(safeText(20).safeParse(value).success).toBe(false)
    },
  )

  it('bounds what is stored, however many marks sit on a letter', () => {
    expect(safeText(5).safeParse(`a${'\u0301'.repeat(1_000)}`).success).toBe(false)
    expect(z.toJSONSchema(safeText(5), { target: 'draft-7', io: 'input' })).toMatchObject({
      type: 'string',
      maxLength: 80,
    })
  })
})

describe('cutText', () => {
  it('never cuts through what is seen as one character', () => {
    expect(cutText(`ab${family}c`, 3)).toBe(`ab${family}`)
    expect(cutText(`a${'\u0301'.repeat(1_000)}`, 5)).toBe('')
  })

  it('makes any well-formed text acceptable, and leaves alone what is', () => {
    const typed = fc.string({ unit: 'grapheme', maxLength: 30 }).filter(isWellFormedText)
    fc.assert(
      fc.property(typed, fc.integer({ min: 1, max: 30 }), (text, max) => {
        const cut = cutText(text, max)
        expect(text.startsWith(cut)).toBe(true)
        expect(safeText(max).safeParse(cut).success).toBe(true)
        expect(cut === text).toBe(safeText(max).safeParse(text).success)
      }),
    )
  })
})

describe('cleanText', () => {
  it('makes a space of what a one-line field cannot hold, and drops half emojis', () => {
    expect(cleanText('no\tonion\r\nno garlic\u0000!', 50)).toBe('no onion no garlic !')
    expect(cleanText('a\ud83db\udc00', 50)).toBe('ab')
    expect(cleanText(`ab${family}c`, 3)).toBe(`ab${family}`)
  })

  it('makes any text acceptable, once and for all, and leaves alone what is', () => {
    const codeUnit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.integer({ min: 0, max: 0xa0 }),
      fc.integer({ min: 0xd800, max: 0xdfff }),
    )
    const pasted = fc.array(codeUnit, { maxLength: 60 }).map((units) => String.fromCharCode(...units))
    fc.assert(
      fc.property(pasted, fc.integer({ min: 1, max: 40 }), (text, max) => {
        const cleaned = cleanText(text, max)
        expect(safeText(max).safeParse(cleaned).success).toBe(true)
        expect(cleaned).not.toContain('\n')
        expect(cleanText(cleaned, max)).toBe(cleaned)
        if (safeText(max).safeParse(text).success && !text.includes('\n')) expect(cleaned).toBe(text)
      }),
    )
  })
})

describe('names', () => {
  it('stand in for each other, and are not both empty', () => {
    expect(nameIn({ zh: '鱼香肉丝', en: 'Yuxiang pork' }, 'en')).toBe('Yuxiang pork')
    expect(nameIn({ zh: '鱼香肉丝', en: ' ' }, 'en')).toBe('鱼香肉丝')
    expect(nameIn({ zh: '', en: 'Cola' }, 'zh')).toBe('Cola')
    expect(namesSchema.safeParse({ zh: '', en: ' ' }).success).toBe(false)
    expect(namesSchema.safeParse({ zh: '水' }).success).toBe(false)
    expect(namesSchema.safeParse({ zh: '水', en: '', fr: 'eau' }).success).toBe(false)
  })
})
