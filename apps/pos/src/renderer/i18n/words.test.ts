import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FLOOR_STATES } from '@orderez/core/floor'
import {
  COMMAND_CODES,
  CONTRADICTION_CODES,
  ORDER_STATUSES,
  paymentStateSchema,
  REFUSALS,
  tenderSchema,
} from '@orderez/core/orders'
import { roleNameSchema } from '@orderez/core/branch'
import type { LinkFailure, LogBreak } from '@orderez/core/sync'
import type { LinkState } from '@orderez/core/sync-engine'
import { LINE_LOOKS } from '../features/order-pad/slip-rounds.ts'
import { VOID_REASONS } from '../features/order-pad/void-reasons.ts'
import { HANDS, THEMES } from '../state/preferences-slice.ts'
import { enStart } from './en/en-start.ts'
import { en } from './en/en.ts'
import { zhStart } from './zh/zh-start.ts'
import { zh } from './zh/zh.ts'

const renderer = join(import.meta.dirname, '..')

/** Listed by hand where core has only a type; `satisfies` and the count keep the lists whole. */
const LINK_FAILURES = {
  'link.offline': 0,
  'link.unavailable': 0,
  'link.unauthorised': 0,
  'link.rejected': 0,
  'link.badAnswer': 0,
} as const satisfies Record<LinkFailure, 0>
const LOG_BREAKS = { 'log.tornTail': 0, 'log.missing': 0, 'log.behind': 0, 'log.corrupt': 0 } as const satisfies Record<
  LogBreak,
  0
>
const LINK_STATES = { online: 0, connecting: 0, offline: 0, unauthorised: 0, blocked: 0 } as const satisfies Record<
  LinkState,
  0
>

function leaves(node: unknown, path = ''): readonly [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  return Object.entries(node as object).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`))
}

const words = { zh: new Map(leaves({ ...zhStart, ...zh })), en: new Map(leaves({ ...enStart, ...en })) }

function sourceFiles(ending: string): readonly string[] {
  return readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith(ending) && !file.includes('.test.'),
  )
}

const IMPORTS = /^(?:import|export)\s+(?!type\b)([^;'"]*?)\s*\bfrom\s+'(\.[^']+\.tsx?)'/gm

/** What a terminal that has joined draws first: the sources that its two entries import, without those that are fetched when they are needed. */
function shownAtStart(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const waiting = ['main.tsx', 'app/inside.tsx'].map((file) => join(renderer, file))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue
    const source = readFileSync(file, 'utf8')
    found.set(file, source)
    for (const [, names = '', path = ''] of source.matchAll(IMPORTS)) {
      const imported = join(file, '..', path)
      waiting.push(...(path.endsWith('/index.ts') ? behindIndex(imported, names) : [imported]))
    }
  }
  return found
}

/** Of all that a folder exports, the files that these names come from. */
function behindIndex(index: string, names: string): readonly string[] {
  const wanted = new Set(names.match(/\w+/g))
  return [...readFileSync(index, 'utf8').matchAll(IMPORTS)]
    .filter(([, exported = '']) => exported === '*' || exported.match(/\w+/g)?.some((name) => wanted.has(name)))
    .map(([, , path = '']) => join(index, '..', path))
}

/** Text between tags, text in the attributes that people read, and any Chinese. */
function ownWords(source: string): readonly (string | undefined)[] {
  const texts = source.matchAll(/<\/?[a-zA-Z][^<>]*>\s*([^<>{}]*[A-Za-z\u4e00-\u9fff]{2,}[^<>{}]*?)\s*<\//g)
  const attributes = source.matchAll(/\b(?:aria-label|title|placeholder|alt|label|hint)="([^"]+)"/g)
  const chinese = source.matchAll(/([\u4e00-\u9fff]+)/g)
  return [...texts, ...attributes, ...chinese].map((match) => match[1])
}

describe('words in both languages', () => {
  it('has the same keys; English adds only a singular', () => {
    const english = [...words.en.keys()].filter((key) => !(key.endsWith('_one') && words.en.has(key.slice(0, -4))))
    expect(english.toSorted()).toEqual([...words.zh.keys()].toSorted())
  })

  it('leaves nothing empty and asks for the same values', () => {
    const asked = (text: string) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted((a, b) => a.localeCompare(b))
    for (const [key, text] of words.zh) {
      expect(text.trim(), key).not.toBe('')
      expect(words.en.get(key)?.trim(), key).not.toBe('')
      expect(asked(words.en.get(key) ?? ''), key).toEqual(asked(text))
    }
  })

  it.each([
    ['refusal', REFUSALS],
    ['contradiction', CONTRADICTION_CODES],
    ['command', COMMAND_CODES],
    ['orderStatus', ORDER_STATUSES],
    ['table', FLOOR_STATES],
    ['tender', tenderSchema.options],
    ['tenderName', tenderSchema.options],
    ['paymentState', paymentStateSchema.options.filter((state) => state !== 'confirmed')],
    ['role', roleNameSchema.options],
    ['line', LINE_LOOKS],
    ['voidReason', VOID_REASONS],
    ['prefs.themes', THEMES],
    ['prefs.hands', HANDS],
    ['connection', Object.keys(LINK_STATES)],
    ['break', Object.keys(LOG_BREAKS)],
    ['', Object.keys(LINK_FAILURES)],
  ])('has a sentence for each code of %s', (group, codes) => {
    expect(codes.length).toBeGreaterThan(0)
    for (const code of codes) {
      const key = group === '' ? code : `${group}.${code}`
      expect(words.zh.has(key), key).toBe(true)
      expect(words.en.has(key), key).toBe(true)
    }
  })

  it('has no group of words in two files', () => {
    expect(Object.keys(zhStart).filter((group) => group in zh)).toEqual([])
  })

  it('has a file of words for the start with all that is shown before the sign-in', () => {
    const start = new Set(leaves(zhStart).map(([key]) => key))
    const files = shownAtStart()
    expect(files.size).toBeGreaterThan(30)
    const asked = [...files.values()].flatMap((source) => [...source.matchAll(/\bt\(\s*'([^']+)'/g)])
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.map((match) => match[1] ?? '').filter((key) => !start.has(key))).toEqual([])
  })

  it('has no key that no screen uses', () => {
    const source = [...sourceFiles('.tsx'), ...sourceFiles('.ts')]
      .map((file) => readFileSync(join(renderer, file), 'utf8'))
      .join('\n')
    const byCode =
      /^(refusal|contradiction|command|orderStatus|table|tender|tenderName|paymentState|payProblem|role|line|voidReason|connection|break|risk|kitchen|takeaway|orderType|unit|prefs\.themes|prefs\.hands)\./
    const unused = [...words.zh.keys()].filter((key) => !byCode.test(key) && !source.includes(`'${key}'`))
    expect(unused).toEqual([])
  })
})

describe('screens', () => {
  const screens = sourceFiles('.tsx')

  it('are found', () => {
    expect(screens.length).toBeGreaterThan(20)
  })

  it('would be caught with words of their own', () => {
    const planted = '<p className="a">Hello there</p><b aria-label="Close">{t("x")}</b><i>{"桌台"}</i>'
    expect(ownWords(planted)).toEqual(['Hello there', 'Close', '桌台'])
  })

  it.each(screens)('%s has no words of its own', (file) => {
    expect(ownWords(readFileSync(join(renderer, file), 'utf8'))).toEqual([])
  })

  it.each(screens.filter((file) => file.startsWith('features/')))('%s has no colour or pixel of its own', (file) => {
    const source = readFileSync(join(renderer, file), 'utf8')
    expect(source.match(/#[0-9a-f]{3,8}\b|\brgb\(|\b\d+px\b|-\[[^\]]+\]/gi) ?? []).toEqual([])
  })
})
