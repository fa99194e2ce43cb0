import { parseArgs } from 'node:util'
import { PLANTED_MISTAKES, type PlantedMistake } from '../src/testing/planted-mistakes.ts'

export interface RunOptions {
  readonly seeds: number
  readonly firstSeed: number
  readonly steps: number
  readonly terminals: number
  readonly mistakes: readonly PlantedMistake[]
  readonly script: boolean
}

export const SMALLEST = { steps: 400, terminals: 4 } as const

const HELP = `Simulates whole restaurants: terminals, a server and everything that goes wrong between them.

npm run sim -- --seeds N [--seed S] [--steps K] [--terminals T] [--mistake NAME] [--script]

  --seeds N      how many seeds to run (1)
  --seed S       the first of them (1)
  --steps K      steps of each (${SMALLEST.steps}; fewer only to look into something)
  --terminals T  terminals of each (${SMALLEST.terminals})
  --mistake M    switch a planted mistake on; may be given several times. Known:
                 ${PLANTED_MISTAKES.join(', ')}
  --script       print everything that happened in each seed
  --help         this text

A seed decides everything; the same seed gives the same run. Fails when a check fails, or when over 200 seeds or more
something that should have been exercised was not.`

/** Reads the command line; a text is what to tell the person instead of running. */
export function parseRunOptions(args: readonly string[]): RunOptions | string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      steps: { type: 'string', default: String(SMALLEST.steps) },
      terminals: { type: 'string', default: String(SMALLEST.terminals) },
      mistake: { type: 'string', multiple: true, default: [] },
      script: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return HELP
  const options = {
    seeds: wholeNumber('--seeds', values.seeds, 1),
    firstSeed: wholeNumber('--seed', values.seed, 0),
    steps: wholeNumber('--steps', values.steps, 1),
    terminals: wholeNumber('--terminals', values.terminals, 2),
    mistakes: values.mistake.map(plantedMistake),
    script: values.script,
  }
  return options
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < least) throw new Error(`${name} needs a whole number from ${least}`)
  return value
}

function plantedMistake(name: string): PlantedMistake {
  const mistake = PLANTED_MISTAKES.find((known) => known === name)
  if (!mistake) throw new Error(`no planted mistake is called ${name}`)
  return mistake
}
