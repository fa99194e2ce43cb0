import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const here = dirname(fileURLToPath(import.meta.url))
const read = (file: string) => readFileSync(join(here, file), 'utf8')
const files = readdirSync(here).filter((file) => file.endsWith('.ts') && file !== 'spec.test.ts')
const rules = [...read('SPEC.md').matchAll(/\*\*(E\d+)\*\*/g)].map(([, rule]) => String(rule))

function namedIn(some: readonly string[]): ReadonlySet<string> {
  return new Set(
    [
      ...some
        .map(read)
        .join('\n')
        .matchAll(/\bE\d+\b/g),
    ].map(([rule]) => rule),
  )
}

describe('SPEC', () => {
  it('numbers its rules one after the other', () => {
    expect(rules).toEqual(rules.map((_, index) => `E${index + 1}`))
    expect(rules.length).toBeGreaterThan(10)
  })

  it('has no rule that no test names', () => {
    const named = namedIn(files.filter((file) => file.endsWith('.test.ts')))
    expect(rules.filter((rule) => !named.has(rule))).toEqual([])
  })

  it('has every rule that the code names', () => {
    expect([...namedIn(files)].filter((rule) => !rules.includes(rule))).toEqual([])
  })
})
