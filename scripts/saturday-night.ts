import { buildWebTerminal } from './build-terminal.ts'
import { readCommandLine } from './command-line.ts'
import type { NightModule } from './night-figures.ts'

const { given, rest } = readCommandLine({
  usage: 'npm run saturday-night [-- --minutes M] [--profile FILE]',
  does: [
    'Plays a Saturday evening in real time on this machine: a server with the demo restaurant, 8 tablets, a till and 3 kitchen screens,',
    '180 sends an hour and bursts of 10 in 10 seconds. Then compares every replica with the server and says what was sent, lost, doubled,',
    'how long a round took to the kitchen screen, and which tasks there were longer than 50 ms. Fails when anything is lost, doubled or apart.',
  ].join('\n'),
  options: {
    minutes: { type: 'string', means: 'How long; 10 unless told.' },
    profile: { type: 'string', means: 'File for a CPU profile of the kitchen screen (.cpuprofile).' },
  },
})

const minutes = Number(given.minutes ?? '10')
if (rest.length > 0 || !(minutes > 0)) {
  console.error('saturday-night takes a positive number of minutes; see --help')
  process.exit(2)
}

await buildWebTerminal()
const night: NightModule = await import(new URL('../apps/pos/bench/saturday-night.ts', import.meta.url).href)
const figures = await night.saturdayNight({ minutes, profile: given.profile, say: (line) => console.log(line) })
const round = (ms: number) => Math.round(ms)
const { sent, lost, doubled, apart, unpainted, sendToKitchenMs, longTasks, kitchenWork } = figures
console.log(`rounds sent                  ${sent}`)
console.log(`rounds lost                  ${lost.length}${lost.length > 0 ? `  ${lost.join(' ')}` : ''}`)
console.log(`rounds or lines doubled      ${doubled.length}${doubled.length > 0 ? `  ${doubled.join(' ')}` : ''}`)
console.log(`replicas unlike the server   ${apart.length}${apart.length > 0 ? `  ${apart.join(', ')}` : ''}`)
console.log(`never on the kitchen screen  ${unpainted}`)
console.log(
  `send to kitchen              p50 ${round(sendToKitchenMs.p50)} ms, p99 ${round(sendToKitchenMs.p99)} ms (${sendToKitchenMs.count} rounds)`,
)
console.log(
  `long tasks in the kitchen    ${longTasks.count}, the longest ${round(longTasks.longestMs)} ms, together ${round(longTasks.totalMs)} ms`,
)
console.log(
  `work of the kitchen screen   ${round(kitchenWork.taskMs)} ms of tasks, of which the processor worked ${round(kitchenWork.ownMs)} ms; the rest it was with others`,
)
process.exitCode = lost.length + doubled.length + apart.length + unpainted > 0 ? 1 : 0
