import type { Config } from '../config.ts'

export interface SiteAddresses {
  /** Told once the ports are known: HTTPS, then plain HTTP where there is one. */
  listening(ports: readonly number[]): void
  /** Where terminals open the site; the first is this machine's own. */
  secure(): readonly string[]
  plain(): readonly string[]
}

/** Under which addresses the site can be opened just now: the machine's own on the network may change while the server runs. */
export function siteAddresses({ host, names }: Pick<Config, 'host' | 'names'>, lan: () => string[]): SiteAddresses {
  let [secure, plain]: readonly number[] = []
  const isEverywhere = host === '0.0.0.0' || host === '::'

  function hosts(named: readonly string[]): string[] {
    return [...new Set(isEverywhere ? ['localhost', ...named, ...lan()] : [here(host), ...named])]
  }
  return {
    listening(ports) {
      ;[secure, plain] = ports
    },
    secure: () => (secure === undefined ? [] : hosts(names).map((name) => `https://${name}:${secure}`)),
    plain: () => (plain === undefined ? [] : hosts([]).map((name) => `http://${name}:${plain}`)),
  }
}

function here(host: string): string {
  if (host === '127.0.0.1' || host === '::1') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
