import { digestOf, invariant } from '../kernel/index.ts'
import type { Sealer } from '../sync/index.ts'
import type { AuthorityEvent, AuthorityPorts } from './authority-ports.ts'

type Why = Extract<AuthorityEvent, { event: 'epoch.minted' }>['why']

/** The incarnation of the store, as every answer carries it (A19). */
export interface Epochs {
  current(): string
  /** Whether this site gave the epoch, in whatever life of its store. Anybody else's says nothing about ours. */
  isOurs(epoch: string): boolean
  /** Begins a new one for everybody. `since` is the epoch that the evidence was about: when that is over already, nothing happens. */
  mint(since: string, why: Why): Promise<void>
}

const TIME_DIGITS = 9
const CHANCE_BYTES = 8
const MARK_DIGITS = 15

export async function openEpochs(
  ports: Pick<AuthorityPorts, 'epochs' | 'clock' | 'entropy' | 'log' | 'mistakes' | 'sealer'>,
): Promise<Epochs> {
  let current = (await ports.epochs.read()) ?? ''
  let minting: Promise<void> | null = null

  async function begin(why: Why, after: string): Promise<void> {
    const epoch = nextEpoch(ports, after)
    await ports.epochs.write(epoch)
    current = epoch
    ports.log({ event: 'epoch.minted', epoch, why })
  }

  if (current === '') await begin('first', '')
  return {
    current: () => current,
    isOurs: (epoch) => epoch === marked(ports.sealer, epoch.slice(0, -MARK_DIGITS)),
    async mint(since, why) {
      if (ports.mistakes?.has('epoch-kept-after-restore')) return
      await minting?.catch(() => undefined)
      if (since < current) return
      minting = begin(why, since > current ? since : current)
      await minting
    },
  }
}

/** Epochs sort by the time they began, so that a server sees when a terminal has met a later one than it knows. */
function nextEpoch(ports: Pick<AuthorityPorts, 'clock' | 'entropy' | 'sealer'>, after: string): string {
  const afterMs = after === '' ? 0 : Number.parseInt(after.slice(0, TIME_DIGITS), 36)
  const ms = Math.max(ports.clock.now(), Number.isSafeInteger(afterMs) ? afterMs + 1 : 0)
  const chance = ports.entropy(CHANCE_BYTES)
  invariant(chance.length === CHANCE_BYTES, 'entropy gave another number of bytes')
  const random = Array.from(chance, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return marked(ports.sealer, `${ms.toString(36).padStart(TIME_DIGITS, '0')}${random}`)
}

function marked(sealer: Sealer, text: string): string {
  return `${text}${digestOf(sealer.seal(digestOf({ epoch: text }))).slice(0, MARK_DIGITS)}`
}
