import { describe, expect, it } from 'vitest'
import { parseJoinHash, parseJoinLink } from './join-address.ts'

const SPKI = 'LaPM7gv0v3ToDTF_y19jhRAVteiR3GHt0XPBC9_lOb0'

describe('a join link', () => {
  it('gives code, server and fingerprint', () => {
    const link = `  https://192.0.2.2:8443/#join=HH6NQ8CX&spki=${SPKI}\n`
    expect(parseJoinLink(link)).toEqual({ code: 'HH6NQ8CX', server: 'https://192.0.2.2:8443', spki: SPKI })
  })

  it('is no plain address, no other protocol and no other text', () => {
    for (const text of ['https://till:8443', `http://till/#join=HH6NQ8CX`, 'HH6N-Q8CX', '', 'https://']) {
      expect(parseJoinLink(text)).toBeNull()
    }
  })
})

describe('what stands behind the # of the page', () => {
  it('may name the server', () => {
    expect(parseJoinHash(`#join=HH6NQ8CX&spki=${SPKI}&server=https://till:8443`)).toEqual({
      code: 'HH6NQ8CX',
      server: 'https://till:8443',
      spki: SPKI,
    })
    expect(parseJoinHash('')).toEqual({ code: '', server: '', spki: null })
  })
})
