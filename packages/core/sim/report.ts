import { EXPECTED } from './expected.ts'
import type { RunOptions } from './run-options.ts'
import type { SeedResult } from './seed-result.ts'

/** What happened before a failure, and the command that repeats it. */
export function failureText(result: SeedResult, options: RunOptions): string {
  const { failure, seed } = result
  if (!failure) return ''
  const mistakes = options.mistakes.map((mistake) => ` --mistake ${mistake}`).join('')
  return [
    `--- seed ${seed}, step ${failure.step}: ${failure.check}: ${failure.message}`,
    ...failure.events,
    `again: npm run sim -- --seed ${seed} --steps ${options.steps} --terminals ${options.terminals}${mistakes}`,
    '',
  ].join('\n')
}

/** The counts of all seeds together, in columns by family (`op`, `fault`, `contradiction` …). */
export function exercisedTable(results: readonly SeedResult[]): string {
  const counts = totals(results)
  const families = Map.groupBy(Object.entries(counts), ([name]) => name.slice(0, name.indexOf('.')))
  return [...families]
    .map(([family, entries]) => {
      const cells = entries.map(([name, count]) => `${name.slice(family.length + 1)} ${count}`)
      return wrap(`${family}: `, cells)
    })
    .join('\n')
}

/** What a run of many seeds should have exercised and did not. */
export function missingIn(results: readonly SeedResult[]): string[] {
  const counts = totals(results)
  return EXPECTED.filter((name) => !counts[name])
}

function totals(results: readonly SeedResult[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { counts } of results) {
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count
  }
  return Object.fromEntries(Object.entries(sums).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function wrap(head: string, cells: readonly string[]): string {
  const lines = [head]
  for (const cell of cells) {
    const line = lines.at(-1) ?? ''
    if (line.length + cell.length > 130) lines.push(`  ${cell}`)
    else lines[lines.length - 1] = line === head ? `${head}${cell}` : `${line} · ${cell}`
  }
  return lines.join('\n')
}
