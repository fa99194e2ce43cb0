import { describe, expect, it } from 'vitest'
import { hasPhrase, togglePhrase } from './note-phrases.ts'

describe('note presets', () => {
  it('go in and out, and leave what was typed', () => {
    const both = togglePhrase(togglePhrase('for the child', 'no onion'), 'less salt')
    expect(both).toBe('for the child · no onion · less salt')
    expect(togglePhrase(both, 'no onion')).toBe('for the child · less salt')
    expect(hasPhrase(both, 'less salt')).toBe(true)
    expect(hasPhrase('less salted', 'less salt')).toBe(false)
  })
})
