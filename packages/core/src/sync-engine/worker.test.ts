import { describe, expect, it } from 'vitest'
import { createVirtualTime } from '../testing/virtual-time.ts'
import { createBackoff, LONGEST_PAUSE_MS, SLOW_PAUSE_MS } from './backoff.ts'
import { createLife, LifeOverError } from './life.ts'
import { createSerial } from './serial.ts'
import { createWorker, type StepEnd, type Worker } from './worker.ts'

const byte = (value: number) => () => Uint8Array.of(value)

function employ(step: () => Promise<StepEnd>) {
  const time = createVirtualTime()
  const life = createLife()
  const errors: unknown[] = []
  const worker: Worker = createWorker({
    life,
    timers: time.timers,
    backoff: createBackoff(byte(255)),
    step,
    worked: () => void errors.push(null),
    failed: (error) => void errors.push(error),
  })
  return { time, life, errors, worker }
}

describe('a worker (E3)', () => {
  it('runs until it is idle, and again when it is woken', async () => {
    const ends: StepEnd[] = ['again', 'again', 'idle', 'idle']
    let steps = 0
    const { time, worker } = employ(async () => ends[steps++] ?? 'idle')
    worker.wake()
    await time.settle()
    expect(steps).toBe(3)
    worker.wake()
    await time.settle()
    expect(steps).toBe(4)
  })

  it('never runs two steps at once, and runs once more when it was woken meanwhile', async () => {
    let running = 0
    let most = 0
    let steps = 0
    const { time, worker } = employ(async () => {
      running += 1
      most = Math.max(most, running)
      steps += 1
      await time.settle()
      running -= 1
      return 'idle'
    })
    for (let wake = 0; wake < 5; wake += 1) worker.wake()
    await time.settle()
    await time.settle()
    await time.settle()
    expect([most, steps]).toEqual([1, 2])
  })

  it('goes on after a step that throws, and says so', async () => {
    let steps = 0
    const { time, errors, worker } = employ(async () => {
      steps += 1
      if (steps === 1) throw new Error('store')
      return 'idle'
    })
    worker.wake()
    await time.advance(10_000)
    expect(errors).toEqual([new Error('store'), null])
  })

  it('does nothing once its life is over', async () => {
    let steps = 0
    const { time, life, worker } = employ(async () => {
      steps += 1
      return 'retry'
    })
    worker.wake()
    await time.settle()
    void life.end()
    worker.stop()
    worker.wake()
    await time.advance(120_000)
    expect(steps).toBe(1)
    expect(time.pendingTimers()).toBe(0)
  })
})

describe('pauses (E3)', () => {
  it('double from half a second to four seconds, or stay long where soon does not help', () => {
    const backoff = createBackoff(byte(255))
    const pauses = Array.from({ length: 9 }, () => backoff.next())
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 4_000, 4_000, 4_000, 4_000, LONGEST_PAUSE_MS])
    backoff.reset()
    expect(backoff.next()).toBe(500)
    backoff.slowDown()
    expect([backoff.next(), backoff.next()]).toEqual([SLOW_PAUSE_MS, SLOW_PAUSE_MS])
  })

  it('are at least half of that by chance', () => {
    expect(createBackoff(byte(0)).next()).toBe(250)
  })
})

describe('a life (E12)', () => {
  it('waits for what has begun, and begins nothing more', async () => {
    const life = createLife()
    let finish = () => {}
    const work = life.local(() => new Promise<void>((resolve) => (finish = resolve)))
    let ended = false
    const end = life.end().then(() => (ended = true))
    await Promise.resolve()
    expect(ended).toBe(false)
    await expect(life.local(async () => 1)).rejects.toThrow(LifeOverError)
    finish()
    await Promise.all([work, end])
    expect(ended).toBe(true)
  })
})

describe('a serial', () => {
  it('keeps the order, also behind a task that fails', async () => {
    const inTurn = createSerial()
    const seen: number[] = []
    const first = inTurn(async () => {
      await Promise.resolve()
      seen.push(1)
      throw new Error('first')
    })
    const second = inTurn(async () => void seen.push(2))
    await expect(first).rejects.toThrow('first')
    await second
    expect(seen).toEqual([1, 2])
  })
})
