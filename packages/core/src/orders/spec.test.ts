import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { moneyOutcomes } from '../testing/outcomes/money-outcomes.ts'
import { orderOutcomes } from '../testing/outcomes/order-outcomes.ts'
import { placeOutcomes } from '../testing/outcomes/place-outcomes.ts'
import { COMMAND_CODES } from './commands/command.ts'
import { CONTRADICTION_CODES } from './contradictions/contradiction.ts'

const here = dirname(fileURLToPath(import.meta.url))
const spec = readFileSync(join(here, 'SPEC.md'), 'utf8')

/** The cells of each row below a heading, without the table's head. */
function rowsBelow(heading: string): string[][] {
  const part = spec.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const lines = part.split('\n').filter((line) => line.startsWith('| '))
  return lines.slice(1).map((line) =>
    line
      .slice(2, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
}

function testTexts(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.test.ts') && !file.endsWith('spec.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

const tests = ['.', '../kitchen', '../payments'].map((folder) => testTexts(join(here, folder))).join('\n')
const outcomes = [...orderOutcomes, ...placeOutcomes, ...moneyOutcomes]

describe('SPEC', () => {
  it('has the rows of the table of outcomes that the code has, with the same contradictions', () => {
    const rows = rowsBelow('Table of outcomes').map(([pair, , codes]) => [pair, codes])
    expect(rows.length).toBeGreaterThan(100)
    expect(rows).toEqual(outcomes.map(({ pair, codes }) => [pair, codes.join(', ')]))
  })

  it('names each pair once', () => {
    const pairs = outcomes.map((outcome) => outcome.pair)
    expect(new Set(pairs).size).toBe(pairs.length)
  })

  it('has the contradictions that the code has, and each is caused by some test', () => {
    expect(rowsBelow('Contradictions').map(([code]) => code)).toEqual([...CONTRADICTION_CODES])
    const caused = new Set(outcomes.flatMap((outcome) => outcome.codes))
    const unseen = CONTRADICTION_CODES.filter((code) => !caused.has(code) && !tests.includes(`'${code}'`))
    expect(unseen).toEqual([])
  })

  it('has no rule that no test names', () => {
    const rules = [...spec.matchAll(/\*\*([A-Z]\d+)\*\*/g)].map(([, rule]) => rule!)
    expect(rules.length).toBeGreaterThan(50)
    const wishes = rules.filter((rule) => !new RegExp(`\\b${rule}\\b`).test(tests))
    expect(wishes).toEqual([])
  })

  it('has no rule that the code names and it does not', () => {
    const code = ['.', '../kitchen', '../payments'].flatMap((folder) =>
      readdirSync(join(here, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map((file) => readFileSync(join(here, folder, file), 'utf8')),
    )
    const named = new Set([...code.join('\n').matchAll(/\b([FVOHKMC]\d+)[,:]? /g)].map(([, rule]) => rule!))
    expect([...named].filter((rule) => !spec.includes(`**${rule}**`))).toEqual([])
  })

  it('causes every code of the commands somewhere in the tests', () => {
    const unseen = COMMAND_CODES.filter((code) => !tests.includes(`'${code}'`))
    expect(unseen).toEqual([])
  })
})
