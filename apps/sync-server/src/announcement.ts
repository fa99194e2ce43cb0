import { DEMO_PEOPLE } from './modules/demo/demo-people.ts'

export interface AnnouncedServer {
  /** Where a terminal opens the web app; the first one is the machine itself. */
  readonly addresses: readonly string[]
  readonly trustAddresses: readonly string[]
  readonly fingerprint: string
  readonly demo: boolean
  mintJoinCode(): Promise<{ code: string; expiresAt: number }>
}

export interface Announcement {
  ready(server: AnnouncedServer): Promise<void>
  enrolled(terminal: { letters: string; name: string }): void
}

const CODE_LIFETIME_MS = 10 * 60_000

/** Tells the people at the machine where to look and the code that lets the next terminal in. A code that was used or is too old is followed by a new one. */
export function setupAnnouncement(print: (line: string) => void): Announcement {
  let announced: AnnouncedServer | null = null
  let renewal: NodeJS.Timeout | undefined

  async function printCode(): Promise<void> {
    if (!announced) return
    const { code } = await announced.mintJoinCode()
    print(`  Join code 加入码       ${code.slice(0, 4)}-${code.slice(4)}   (one terminal, ten minutes)`)
    clearTimeout(renewal)
    renewal = setTimeout(() => void printCode(), CODE_LIFETIME_MS)
    renewal.unref()
  }

  return {
    async ready(server) {
      announced = server
      const [first, ...others] = server.addresses
      print('')
      print(`OrderEZ 点餐爽 is open${server.demo ? ' (demo restaurant 演示餐厅)' : ''}`)
      print(`  On this machine 本机   ${first ?? ''}`)
      for (const address of others) print(`  On the network 局域网  ${address}`)
      for (const address of server.trustAddresses) print(`  Trust it 信任证书      ${address}/trust`)
      print(`  Fingerprint 指纹       ${server.fingerprint}`)
      if (server.demo) {
        print(
          '  Sign in 登录           ' +
            DEMO_PEOPLE.map((person) => `${person.signIn} ${person.pin} (${person.roles.join(', ')})`).join(' · '),
        )
      }
      await printCode()
    },
    enrolled({ letters, name }) {
      print(`  Terminal ${letters} joined: ${name}`)
      void printCode()
    },
  }
}
