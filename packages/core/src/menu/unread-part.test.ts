import { expect, it } from 'vitest'
import type { Currency } from '../kernel/index.ts'
import { parseMenuText } from './parse-menu-text.ts'
import { unreadPart } from './unread-part.ts'

const CNY: Currency = { code: 'CNY', exponent: 2 }
const left = (text: string) => unreadPart(text, parseMenuText(text, CNY))

it('leaves the lines that were not read, under the headings that they stand under', () => {
  expect(left('凉茶：\n夏枯草 1x\n罗汉果 16\n热茶：\n毛尖 20')).toBe('凉茶：\n夏枯草 1x\n热茶：')
  expect(left('菜名,价格\n毛豆,abc\n花生,12')).toBe('菜名,价格\n毛豆,abc')
})

it('leaves nothing where every line was read', () => {
  expect(left('凉茶：\n罗汉果 16\n')).toBe('')
})
