import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { exercisedTable, failureText, missingIn } from './report.ts'
import { parseRunOptions, SMALLEST, type RunOptions } from './run-options.ts'
import type { SeedResult } from './seed-result.ts'

/** Below this many seeds a rare thing may be absent by chance. */
const SEEDS_TO_SEE_EVERYTHING = 200
const FAILURES_SHOWN = 5

await main()

async function main(): Promise<void> {
  const options = readOptions()
  if (!options) return
  const started = performance.now()
  const results = await runSeeds(options)
  const failed = results.filter((result) => result.failure !== null)
  for (const result of results) if (result.script.length > 0) console.log(result.script.join('\n'))
  for (const result of failed.slice(0, FAILURES_SHOWN)) console.log(failureText(result, options))
  console.log(exercisedTable(results))
  const seconds = (performance.now() - started) / 1_000
  const cpu = results.reduce((sum, result) => sum + result.cpuMs, 0) / 1_000
  console.log(`${results.length} seeds in ${seconds.toFixed(1)} s (${(cpu / results.length).toFixed(2)} s of CPU each)`)
  const missing = missingIn(results)
  const vacuous = isFullRun(options) && results.length >= SEEDS_TO_SEE_EVERYTHING && missing.length > 0
  if (missing.length > 0) console.log(`${vacuous ? 'NEVER EXERCISED' : 'not exercised'}: ${missing.join(', ')}`)
  console.log(`${results.length - failed.length} passed, ${failed.length} failed`)
  process.exitCode = failed.length > 0 || vacuous ? 1 : 0
}

function isFullRun(options: RunOptions): boolean {
  return options.steps >= SMALLEST.steps && options.terminals >= SMALLEST.terminals && options.mistakes.length === 0
}

function readOptions(): RunOptions | null {
  try {
    const options = parseRunOptions(process.argv.slice(2))
    if (typeof options !== 'string') return options
    console.log(options)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  }
  return null
}

/** In the order of the seeds, whichever worker was quicker. */
async function runSeeds(options: RunOptions): Promise<SeedResult[]> {
  const results: SeedResult[] = []
  let next = options.firstSeed
  const end = options.firstSeed + options.seeds
  const workers = Math.min(availableParallelism(), options.seeds)
  await Promise.all(
    Array.from({ length: workers }, async () => {
      const worker = new Worker(new URL('./seed-worker.ts', import.meta.url), { workerData: options })
      await new Promise<void>((resolve, reject) => {
        worker.on('error', reject)
        worker.on('exit', () => resolve())
        worker.on('message', (result: SeedResult | null) => {
          if (result) collect(results, result, options)
          worker.postMessage(next < end ? next++ : null)
        })
      })
    }),
  )
  return results.toSorted((a, b) => a.seed - b.seed)
}

function collect(results: SeedResult[], result: SeedResult, options: RunOptions): void {
  results.push(result)
  if (result.failure)
    console.log(
      `seed ${result.seed}: ${result.failure.check} at step ${result.failure.step}: ${result.failure.message}`,
    )
  else if (results.length % 100 === 0) console.log(`${results.length} of ${options.seeds}`)
}
