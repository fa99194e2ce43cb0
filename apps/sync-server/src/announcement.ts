export interface AnnouncedServer {
  /** Where a terminal opens the web app; the first one is the machine itself. */
  readonly addresses: readonly string[]
  readonly trustAddresses: readonly string[]
  readonly fingerprint: string
  /** Null while nothing is set up. */
  site(): AnnouncedSite | null
  /** The code by which a terminal sets the restaurant up; the one before is not good any more. */
  newSetupCode(): string
}

interface AnnouncedSite {
  /** Only in the demo restaurant. */
  readonly demoSignIns: readonly { readonly signIn: string; readonly pin: string; readonly roles: readonly string[] }[]
  /** Epoch milliseconds; null where there is none. */
  lastBackup(): Promise<number | null>
  mintJoinCode(): Promise<{ code: string; expiresAt: number }>
}

export interface Announcement {
  ready(server: AnnouncedServer): Promise<void>
  /** The server holds another site than before, or none. */
  changed(): void
  enrolled(terminal: { letters: string; name: string }): void
}

const CODE_LIFETIME_MS = 10 * 60_000
const RETRY_MS = 10_000

/**
 * Tells the people at the machine where to look, the code that lets the next terminal in, or the one to set the restaurant up
 * with. A join code that was used or is too old is followed by a new one; where the store gives none just now, `failed` is told
 * and it is tried again.
 */
export function setupAnnouncement(print: (line: string) => void, failed: (cause: unknown) => void): Announcement {
  let announced: AnnouncedServer | null = null
  let renewal: NodeJS.Timeout | undefined

  function printCodeIn(ms: number): void {
    clearTimeout(renewal)
    renewal = setTimeout(() => void printCode(), ms)
    renewal.unref()
  }
  function link(server: AnnouncedServer, what: string): string {
    const address = server.addresses.find((each) => !each.includes('//localhost')) ?? server.addresses[0]
    return `${address}/#${what}&spki=${server.fingerprint}`
  }
  async function printCode(): Promise<void> {
    const site = announced?.site()
    if (!announced || !site) return
    try {
      const { code } = await site.mintJoinCode()
      print(`  Join code 加入码       ${spoken(code)}   (one terminal, ten minutes)`)
      print(`  Join link 加入链接     ${link(announced, `join=${code}`)}`)
      printCodeIn(CODE_LIFETIME_MS)
    } catch (cause) {
      // A site that has just been deleted gives no more codes; what comes after it is announced by itself.
      if (announced.site() !== null) failed(cause)
      printCodeIn(RETRY_MS)
    }
  }
  async function printSite(server: AnnouncedServer): Promise<void> {
    clearTimeout(renewal)
    const site = server.site()
    if (!site) {
      const code = server.newSetupCode()
      print(`  Nothing is set up yet 尚未开店: open the address on a terminal and choose a door.`)
      print(`  Set-up code 开店码     ${spoken(code)}   (starts your restaurant, once)`)
      return
    }
    if (site.demoSignIns.length > 0) {
      print(`  Sign in 登录           ${site.demoSignIns.map(signInLine).join(' · ')}`)
    } else {
      print(`  Last backup 上次备份   ${backupLine(await site.lastBackup())}`)
    }
    await printCode()
  }

  return {
    async ready(server) {
      announced = server
      const [first, ...others] = server.addresses
      const isDemo = (server.site()?.demoSignIns.length ?? 0) > 0
      print('')
      print(`OrderEZ 点餐爽 is open${isDemo ? ' (demo restaurant 演示餐厅)' : ''}`)
      print(`  On this machine 本机   ${first ?? ''}`)
      for (const address of others) print(`  On the network 局域网  ${address}`)
      for (const address of server.trustAddresses) print(`  Trust it 信任证书      ${address}/trust`)
      print(`  Fingerprint 指纹       ${server.fingerprint}`)
      await printSite(server)
    },
    changed() {
      if (announced) void printSite(announced)
    },
    enrolled({ letters, name }) {
      print(`  Terminal ${letters} joined: ${name}`)
      void printCode()
    },
  }
}

function spoken(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

function backupLine(at: number | null): string {
  return at === null ? 'never 从未 (npm run backup)' : new Date(at).toISOString()
}

function signInLine({ signIn, pin, roles }: AnnouncedSite['demoSignIns'][number]): string {
  return `${signIn} ${pin} (${roles.join(', ')})`
}
