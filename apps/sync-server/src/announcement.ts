export interface AnnouncedServer {
  /** Where a terminal opens the web app; the first one is the machine itself. */
  readonly addresses: readonly string[]
  readonly trustAddresses: readonly string[]
  readonly fingerprint: string
  /** Only in the demo restaurant. */
  readonly demoSignIns: readonly { readonly signIn: string; readonly pin: string; readonly roles: readonly string[] }[]
  mintJoinCode(): Promise<{ code: string; expiresAt: number }>
}

export interface Announcement {
  ready(server: AnnouncedServer): Promise<void>
  enrolled(terminal: { letters: string; name: string }): void
}

const CODE_LIFETIME_MS = 10 * 60_000
const RETRY_MS = 10_000

/**
 * Tells the people at the machine where to look and the code that lets the next terminal in. A code that was used or is too old is
 * followed by a new one; where the store gives none just now, `failed` is told and it is tried again.
 */
export function setupAnnouncement(print: (line: string) => void, failed: (cause: unknown) => void): Announcement {
  let announced: AnnouncedServer | null = null
  let renewal: NodeJS.Timeout | undefined

  function printCodeIn(ms: number): void {
    clearTimeout(renewal)
    renewal = setTimeout(() => void printCode(), ms)
    renewal.unref()
  }
  async function printCode(): Promise<void> {
    if (!announced) return
    try {
      const { code } = await announced.mintJoinCode()
      print(`  Join code 加入码       ${code.slice(0, 4)}-${code.slice(4)}   (one terminal, ten minutes)`)
      const address = announced.addresses.find((each) => !each.includes('//localhost')) ?? announced.addresses[0]
      print(`  Join link 加入链接     ${address}/#join=${code}&spki=${announced.fingerprint}`)
      printCodeIn(CODE_LIFETIME_MS)
    } catch (cause) {
      failed(cause)
      printCodeIn(RETRY_MS)
    }
  }

  return {
    async ready(server) {
      announced = server
      const [first, ...others] = server.addresses
      const isDemo = server.demoSignIns.length > 0
      print('')
      print(`OrderEZ 点餐爽 is open${isDemo ? ' (demo restaurant 演示餐厅)' : ''}`)
      print(`  On this machine 本机   ${first ?? ''}`)
      for (const address of others) print(`  On the network 局域网  ${address}`)
      for (const address of server.trustAddresses) print(`  Trust it 信任证书      ${address}/trust`)
      print(`  Fingerprint 指纹       ${server.fingerprint}`)
      if (isDemo) print(`  Sign in 登录           ${server.demoSignIns.map(signInLine).join(' · ')}`)
      await printCode()
    },
    enrolled({ letters, name }) {
      print(`  Terminal ${letters} joined: ${name}`)
      void printCode()
    },
  }
}

function signInLine({ signIn, pin, roles }: AnnouncedServer['demoSignIns'][number]): string {
  return `${signIn} ${pin} (${roles.join(', ')})`
}
