import { idSchema } from '@orderez/core/kernel'
import { openLogDisk } from '../log-disk.ts'
import { notes, openLog } from './log-under-test.ts'

// Appends without end, several at a time, and says each number only once it is saved. The test kills it in the middle.
const [folder = '', terminal = '', firstText = '1'] = process.argv.slice(2)
const log = await openLog(await openLogDisk(folder), idSchema('terminal').parse(terminal), 20_000)
process.stdout.write(`open ${log.breaks.join(',')}\n`)

let next = Number(firstText)
async function appendWithoutEnd(): Promise<never> {
  for (;;) {
    const texts = Array.from({ length: 1 + (next % 3) }, () => String(next++))
    await log.append(notes(...texts))
    process.stdout.write(texts.map((text) => `saved ${text}\n`).join(''))
  }
}
await Promise.all([appendWithoutEnd(), appendWithoutEnd(), appendWithoutEnd()])
