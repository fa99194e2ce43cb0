import { describe, expect, it } from 'vitest'
import { siteAddresses } from './site-addresses.ts'

describe('the addresses of a site', () => {
  it('are none before it listens', () => {
    const addresses = siteAddresses({ host: '0.0.0.0', names: ['till'] }, () => ['10.0.0.2'])
    expect([addresses.secure(), addresses.plain()]).toEqual([[], []])
  })

  it('follow the machine, which may get another one while the server runs', () => {
    let lan = ['10.0.0.2']
    const addresses = siteAddresses({ host: '0.0.0.0', names: ['till'] }, () => lan)
    addresses.listening([8443, 8080])
    expect(addresses.secure()).toEqual(['https://localhost:8443', 'https://till:8443', 'https://10.0.0.2:8443'])
    lan = ['10.0.0.9']
    expect(addresses.secure()).toContain('https://10.0.0.9:8443')
    expect(addresses.plain()).toEqual(['http://localhost:8080', 'http://10.0.0.9:8080'])
  })

  it('name no other address than the one that is listened on', () => {
    const addresses = siteAddresses({ host: '127.0.0.1', names: ['till'] }, () => ['10.0.0.2'])
    addresses.listening([8443])
    expect(addresses.secure()).toEqual(['https://localhost:8443', 'https://till:8443'])
    expect(addresses.plain()).toEqual([])
  })
})
