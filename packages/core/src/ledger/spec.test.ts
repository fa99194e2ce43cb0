import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('.', import.meta.url)

test('every rule of SPEC.md is named by a test, and tests name no rule that is not there', () => {
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  const rules = [...read('SPEC.md').matchAll(/\*\*(L\d+)\*\*/g)].map(([, rule]) => rule)
  const tests = readdirSync(folder).filter((name) => name.endsWith('.test.ts'))
  const titles = tests.flatMap((name) => read(name).match(/\b(?:test|describe)\(.*/g) ?? [])
  expect(new Set(titles.flatMap((title) => title.match(/\bL\d+\b/g) ?? []))).toEqual(new Set(rules))
})
