import { describe, expect, it } from 'vitest'
import { joinFragment } from './join-address.ts'

describe('a join address among the arguments', () => {
  it('becomes the fragment that the page reads', () => {
    const fragment = joinFragment(['electron', '.', '--x', 'https://pos.example:8443/#join=ABCD-EFGH&spki=S_p-i'])
    expect(Object.fromEntries(new URLSearchParams(fragment ?? ''))).toEqual({
      join: 'ABCD-EFGH',
      server: 'https://pos.example:8443',
      spki: 'S_p-i',
    })
    expect(joinFragment(['https://pos.example/#join=A'])).toBe('join=A&server=https%3A%2F%2Fpos.example')
  })

  it.each(['http://pos.example/#join=A', 'https://pos.example/', 'join=A', 'file:///etc/passwd#join=A'])(
    '%s is none',
    (arg) => {
      expect(joinFragment([arg])).toBeNull()
    },
  )
})
