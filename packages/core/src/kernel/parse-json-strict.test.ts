import { describe, expect, it } from 'vitest'
import { MAX_JSON_DEPTH, parseJsonStrict } from './index.ts'

describe('parseJsonStrict', () => {
  it.each([
    ['json.malformed', ''],
    ['json.malformed', '{'],
    ['json.malformed', '{"a":1,}'],
    ['json.malformed', "{'a':1}"],
    ['json.malformed', '[1] [2]'],
    ['json.malformed', 'NaN'],
    ['json.malformed', '\ufeff{}'],
    ['json.duplicateKey', '{"a":1,"a":1}'],
    ['json.duplicateKey', '{"a":1,"b":{"c":1,"\\u0063":2}}'],
    ['json.duplicateKey', '[{"a":":"},{"a":1,"a":"x"}]'],
    ['json.unsafeNumber', '9007199254740992'],
    ['json.unsafeNumber', '[-9007199254740993]'],
    ['json.unsafeNumber', '{"a":1e400}'],
    ['json.illFormedText', '"\ud800"'],
    ['json.illFormedText', '"\\ud800"'],
    ['json.illFormedText', '{"\\uDC00":1}'],
    ['json.forbiddenKey', '{"__proto__":{"admin":true}}'],
    ['json.forbiddenKey', '{"a":[{"\\u005f_proto__":1}]}'],
    ['json.tooDeep', '['.repeat(MAX_JSON_DEPTH + 1) + ']'.repeat(MAX_JSON_DEPTH + 1)],
    ['json.tooDeep', '{"a":'.repeat(100_000)],
  ])('refuses text %# with %s', (code, text) => {
    expect(parseJsonStrict(text)).toMatchObject({ ok: false, code })
  })

  it.each([
    '9007199254740991',
    '-9007199254740991',
    '0.1',
    '"\\ud83d\\ude00 😀"',
    '"a:b{[\\"]}\\\\"',
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
    '{"constructor":1,"toString":2,"":3}',
    ' [ 1 , 2 ] ',
    '['.repeat(MAX_JSON_DEPTH) + ']'.repeat(MAX_JSON_DEPTH),
  ])('reads text %# as JSON.parse does', (text) => {
    expect(parseJsonStrict(text)).toEqual({ ok: true, value: JSON.parse(text) })
  })

  it('reads a megabyte of facts in well under a request', () => {
    const rows = Array.from({ length: 12_000 }, (_, n) => ({
      id: `fct_${n}`,
      n,
      text: '宫保鸡丁 "hot" \\',
      list: [1, 2.5, true, null],
    }))
    const text = JSON.stringify(rows)
    expect(text.length).toBeGreaterThan(700_000)
    parseJsonStrict(text)
    const before = process.cpuUsage()
    expect(parseJsonStrict(text).ok).toBe(true)
    const used = process.cpuUsage(before)
    // 60 ms is the promise on a quiet machine, where it takes about 10; the rest is for a test machine that does other things.
    expect((used.user + used.system) / 1_000).toBeLessThan(180)
  })
})

describe('a body of items that are parsed one by one', () => {
  it('passes numbers and texts on, and nothing else', () => {
    expect(parseJsonStrict('{"n":1e300,"t":"\\ud800"}', { values: 'unchecked' })).toMatchObject({ ok: true })
    expect(parseJsonStrict('{"a":1,"a":2}', { values: 'unchecked' })).toMatchObject({ code: 'json.duplicateKey' })
    expect(parseJsonStrict('{"__proto__":{}}', { values: 'unchecked' })).toMatchObject({ code: 'json.forbiddenKey' })
  })
})
