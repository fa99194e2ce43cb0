import { describe, expect, it } from 'vitest'
import { joinLinkOf } from './join-link.ts'

const invitation = { code: 'HH6NQ8CX', address: 'https://192.0.2.2:8443', fingerprint: 'f' }
const page = (origin: string) => new URL(origin)

describe('the link for a new device', () => {
  it('leads to where this page came from', () => {
    expect(joinLinkOf(invitation, page('https://till.local:8443'))).toBe(
      'https://till.local:8443/#join=HH6NQ8CX&spki=f',
    )
  })

  it.each(['https://localhost:8443', 'https://127.0.0.1:8443', 'https://[::1]:8443', 'app://orderez'])(
    'leads to the server’s own address where the page came from %s',
    (origin) => expect(joinLinkOf(invitation, page(origin))).toBe('https://192.0.2.2:8443/#join=HH6NQ8CX&spki=f'),
  )
})
