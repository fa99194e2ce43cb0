import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('.', import.meta.url)

/** A rule that no test names is a wish. */
test('every rule of SPEC.md is named by a test, and tests name no rule that is not there', () => {
  const spec = readFileSync(new URL('SPEC.md', folder), 'utf8')
  const rules = [...spec.matchAll(/\*\*(F\d+)\*\*/g)].map(([, rule]) => rule)
  const tests = readdirSync(folder).filter((name) => name.endsWith('.test.ts'))
  const titles = tests.flatMap((name) => readFileSync(new URL(name, folder), 'utf8').match(/(?:test|it)\(.*/g) ?? [])
  const named = new Set(titles.flatMap((title) => title.match(/\bF\d+\b/g) ?? []))
  expect(named).toEqual(new Set(rules))
})
