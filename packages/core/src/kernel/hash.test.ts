import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { digestOf, sha256Hex } from './index.ts'

describe('sha256Hex', () => {
  it.each(['', 'abc', '宫保鸡丁 😀', 'x'.repeat(10_000)])('agrees with the platform for %.20j', (text) => {
    expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  })
})

describe('digestOf', () => {
  it('stays what it was, because facts in the field are chained by it', () => {
    expect(digestOf({ b: [1, 'é'], a: null })).toBe(createHash('sha256').update('{"a":null,"b":[1,"é"]}').digest('hex'))
    expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })
})
