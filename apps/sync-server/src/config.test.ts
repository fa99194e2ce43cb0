import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('configuration', () => {
  it('has a default for everything', () => {
    const config = readConfig({}, [])
    expect(config).toMatchObject({
      port: 8443,
      trustPort: 8080,
      couchdbUrl: null,
      demo: false,
      demoDays: 30,
      webRoot: null,
      logLevel: 'info',
    })
    expect(config.names.length).toBeGreaterThan(0)
  })

  it('lets a flag win over the environment', () => {
    expect(
      readConfig({ ORDEREZ_PORT: '1234' }, ['--port', '4321', '--demo', '--demo-days', '0', '--trust-port', 'off']),
    ).toMatchObject({
      port: 4321,
      demo: true,
      demoDays: 0,
      trustPort: null,
    })
  })

  it('names every setting that is wrong, and no secret', () => {
    const read = () =>
      readConfig({ ORDEREZ_PORT: 'many', ORDEREZ_DEMO: 'perhaps', COUCHDB_URL: 'ftp://me:secret@box' }, [])
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(/ORDEREZ_PORT[\s\S]*ORDEREZ_DEMO[\s\S]*COUCHDB_URL/)
    expect(read).not.toThrow(/secret/)
  })

  it('refuses an unknown flag', () => {
    expect(() => readConfig({}, ['--prot', '1'])).toThrow(ConfigError)
  })

  it('parts and cleans names', () => {
    expect(readConfig({ ORDEREZ_NAMES: ' Pos.Example , till ' }, []).names).toEqual(
      expect.arrayContaining(['pos.example', 'till']),
    )
    expect(() => readConfig({ ORDEREZ_NAMES: 'a b' }, [])).toThrow(/ORDEREZ_NAMES/)
  })
})
