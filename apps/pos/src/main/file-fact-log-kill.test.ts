import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openLogDisk } from './log-disk.ts'
import { ids, newFolder, openLog } from './testing/log-under-test.ts'

const ROUNDS = 12

/** Lets a child append without end, kills it -9 after a while and answers the numbers that it said were saved. */
async function appendAndKill(folder: string, terminal: string, first: number, ms: number): Promise<number[]> {
  const script = fileURLToPath(new URL('./testing/appending-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder, terminal, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  while (!output.includes('saved')) await once(child.stdout, 'data')
  await sleep(ms)
  child.kill('SIGKILL')
  await once(child, 'close')
  return [...output.matchAll(/^saved (\d+)$/gm)].map(([, number]) => Number(number))
}

it('has every fact that it said was saved after kill -9, and is a prefix (S1, S14)', async () => {
  const folder = await newFolder()
  const terminal = ids.next('terminal')
  let savedInAll = 0
  let present = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const saved = await appendAndKill(folder, terminal, present + 1, round * 9)
    savedInAll += saved.length
    const log = await openLog(await openLogDisk(folder), terminal)
    expect(['', 'log.tornTail']).toContain(log.breaks.join())
    const facts = await log.read(null, 1_000_000)
    const numbers = facts.map((fact) => Number(fact.body['text'])).toSorted((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(Math.max(...saved)).toBeLessThanOrEqual(numbers.length)
    present = numbers.length
    await log.close()
  }
  expect(savedInAll).toBeGreaterThan(ROUNDS * 3)
  await rm(folder, { recursive: true })
}, 60_000)
