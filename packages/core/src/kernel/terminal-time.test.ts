import { describe, expect, it } from 'vitest'
import { createTerminalTime } from './index.ts'

const start = 1_790_000_000_000
const HOUR = 3_600_000

/** A device whose true time, wall clock and monotonic clock can be moved apart. */
function device(wall: number) {
  const state = { monotonic: 1_000, wall }
  return {
    state,
    ports: { monotonic: () => state.monotonic, wall: () => state.wall },
    pass(ms: number) {
      state.monotonic += ms
      state.wall += ms
    },
  }
}

describe('terminal time', () => {
  it('runs with the monotonic clock: setting the wall clock changes nothing', () => {
    const { state, ports, pass } = device(start)
    const time = createTerminalTime(ports)
    pass(500)
    state.wall -= HOUR
    pass(500)
    state.wall += 7 * HOUR
    expect(time.now()).toBe(start + 1_000)
  })

  it('takes the time of the server over, half of the way there and back added', () => {
    const { ports, pass } = device(start - HOUR)
    const time = createTerminalTime(ports)
    pass(100)
    time.learn(start, 1_000, 1_100)
    expect(time.now()).toBe(start + 50)
    pass(1_000)
    expect(time.now()).toBe(start + 1_050)
    expect(time.offset()).toBe(HOUR - 50)
  })

  it('keeps what it learnt for the next start', () => {
    const first = device(start - HOUR)
    const before = createTerminalTime(first.ports)
    before.learn(start, 1_000, 1_000)
    const second = device(start - HOUR + 60_000)
    const after = createTerminalTime(second.ports, { offset: before.offset() })
    expect(after.now()).toBe(start + 60_000)
    expect(after.offset()).toBe(HOUR)
  })

  it('believes a quick answer rather than a slow one that does not contradict it', () => {
    const { ports, pass } = device(start)
    const time = createTerminalTime(ports)
    pass(10)
    time.learn(start + 5, 1_000, 1_010)
    pass(4_000)
    time.learn(start + 500, 1_010, 5_010)
    expect(time.now()).toBe(start + 4_010)
  })

  it('believes a slow answer where both cannot be right: the server was set, or the device slept', () => {
    const { ports, pass } = device(start)
    const time = createTerminalTime(ports)
    time.learn(start, 1_000, 1_000)
    pass(400)
    time.learn(start + HOUR, 1_000, 1_400)
    expect(time.now()).toBe(start + HOUR + 200)
    pass(60)
    time.learn(start + 400, 1_400, 1_460)
    expect(time.now()).toBe(start + 430)
  })

  it('learns nothing from an answer that took longer than ten seconds', () => {
    const { ports, pass } = device(start)
    const time = createTerminalTime(ports)
    pass(10_001)
    time.learn(start + HOUR, 1_000, 11_001)
    expect(time.now()).toBe(start + 10_001)
  })

  it('forgets an old lesson slowly, as quartz drifts', () => {
    const { ports, pass } = device(start)
    const time = createTerminalTime(ports)
    time.learn(start, 1_000, 1_000)
    pass(HOUR)
    time.learn(start + HOUR + 300, 1_000 + HOUR - 100, 1_000 + HOUR)
    expect(time.now()).toBe(start + HOUR + 350)
  })

  it('catches up after a sleep in which the monotonic clock stood still, and never goes back', () => {
    const { state, ports } = device(start - HOUR)
    const time = createTerminalTime(ports)
    time.learn(start, 1_000, 1_000)
    state.wall += 8 * HOUR
    expect(time.now()).toBe(start)
    time.wake()
    expect(time.now()).toBe(start + 8 * HOUR)
    state.wall -= 3 * HOUR
    time.wake()
    expect(time.now()).toBe(start + 8 * HOUR)
  })
})
