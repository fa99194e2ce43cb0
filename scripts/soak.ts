import { readCommandLine } from './command-line.ts'
import { localBinary, repositoryRoot, runProgram } from './run-program.ts'

/** What can be left running for hours. A round answers whether everything held. */
interface Soak {
  readonly does: string
  readonly round: (round: number) => Promise<boolean>
}

const seedsARound = 200
const historiesARound = 20_000

/** Seeds that no earlier run has tried, so that hours of soaking are hours of news. */
const firstSeed = Math.floor(Date.now() / 1000)

const soaks: Readonly<Record<string, Soak>> = {
  sim: {
    does: 'the whole system in the simulator, on seeds that no run has tried before',
    round: async (round) => {
      const seed = String(firstSeed + round * seedsARound)
      const args = ['packages/core/sim/run.ts', '--seeds', String(seedsARound), '--seed', seed]
      return (await runProgram(process.execPath, args, { cwd: repositoryRoot })) === 0
    },
  },
  orders: {
    does: 'the laws of the order model over long counts of random histories',
    round: async (round) => {
      const env = { ...process.env, SOAK_FROM_SEED: String(firstSeed + round * historiesARound) }
      const args = ['run', '--project', 'unit', 'packages/core/src/orders/order-laws']
      return (await runProgram(localBinary('vitest'), args, { cwd: repositoryRoot, env })) === 0
    },
  },
}

const { given, rest } = readCommandLine({
  usage: `npm run soak [-- ${Object.keys(soaks).join(' | ')}] [-- --minutes M]`,
  does: [
    'Repeats a check for a long time and stops at the first failure, which names its seed:',
    ...Object.entries(soaks).map(([name, { does }]) => `  ${name}: ${does}`),
  ].join('\n'),
  options: { minutes: { type: 'string', means: 'How long; 60 unless told.' } },
})

const name = rest[0] ?? 'sim'
const soak = soaks[name]
const minutes = Number(given.minutes ?? '60')
if (soak === undefined || rest.length > 1 || !(minutes > 0)) {
  console.error(`soak knows ${Object.keys(soaks).join(', ')} and a positive number of minutes; see --help`)
  process.exit(2)
}

const end = Date.now() + minutes * 60_000
let rounds = 0
let holds = true
while (holds && Date.now() < end) {
  holds = await soak.round(rounds)
  rounds += 1
}
console.log(`soak ${name}: ${rounds} rounds, ${holds ? 'all held' : 'the last one failed'}`)
process.exitCode = holds ? 0 : 1
