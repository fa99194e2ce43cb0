import { expect, it } from 'vitest'
import { soundFor, type SignalKind } from './ticket-signals.ts'

it('sounds once for what is new, a void before a rush before a ticket', () => {
  const signals = new Map<string, SignalKind>([
    ['ticket', 'new'],
    ['rush', 'rush'],
    ['void', 'void'],
  ])
  expect(soundFor(new Set(), signals)).toBe('void')
  expect(soundFor(new Set(['void']), signals)).toBe('rush')
  expect(soundFor(new Set(['void', 'rush']), signals)).toBe('new')
  expect(soundFor(new Set(signals.keys()), signals)).toBeNull()
})
