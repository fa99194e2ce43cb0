import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settingsOf } from '@orderez/core/branch'
import { unitCount } from '@orderez/core/kernel'
import { useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import type { HeatCounter } from '../heat/index.ts'
import { useNotices } from '../notices/index.ts'
import { onlyWanted, withoutWanted, type UnsentLine, type Wanted } from './cart-lines.ts'
import type { useCart } from './use-cart.ts'
import { useStationWords } from './use-station-words.ts'

const SECOND_MS = 1_000
/** Ten taps in a second are one Send. A tap after this is meant: what leaves, leaves at once. */
const SAME_TAP_MS = 700

const NOTHING: Wanted = new Map()

interface LeavingRound {
  /** On their way: shown as a round, though nobody else knows of them yet. */
  readonly leaving: readonly UnsentLine[]
  readonly unsent: readonly UnsentLine[]
  send(): void
}

/**
 * Between the tap on Send and the round lie some seconds in which it can be taken back. Meanwhile everything stays in the cart, where it
 * outlives a crash and shows as unsent after a reload. Another Send, another screen, and a hidden page end the wait.
 */
export function useLeavingRound(cart: ReturnType<typeof useCart>, heat: HeatCounter): LeavingRound {
  const { t } = useTranslation()
  const { now } = useTerminal()
  const { branch } = usePerson()
  const notices = useNotices()
  const wordsOf = useStationWords()
  const [wanted, setWanted] = useState(NOTHING)
  const tapped = useRef<number | null>(null)
  const unsent = withoutWanted(cart.lines, wanted)

  async function leave(sent: Wanted): Promise<void> {
    tapped.current = null
    for (const { line, quantity } of await cart.send(sent)) heat.sold(line.dish, unitCount(quantity, line.unit))
    setWanted((latest) => (latest === sent ? NOTHING : latest))
  }

  function send(): void {
    if (tapped.current !== null) {
      if (now() - tapped.current < SAME_TAP_MS) return
      notices.settle()
    }
    if (unsent.length === 0) return
    const next: Wanted = new Map(unsent.map(({ line, quantity }) => [line.id, quantity]))
    const { sendUndoSeconds } = settingsOf(branch)
    if (sendUndoSeconds === 0) {
      void leave(next)
      return
    }
    tapped.current = now()
    setWanted(next)
    const { count, stations } = wordsOf(unsent)
    notices.offerUndo({
      text: t('order.leaving', { count, stations: stations.join(t('order.listComma')) }),
      forMs: sendUndoSeconds * SECOND_MS,
      nowLabel: t('order.sendNow'),
      commit: () => void leave(next),
      undone() {
        tapped.current = null
        setWanted(NOTHING)
      },
    })
  }

  const { settle } = notices
  useEffect(() => settle, [settle])
  return { leaving: onlyWanted(cart.lines, wanted), unsent, send }
}
