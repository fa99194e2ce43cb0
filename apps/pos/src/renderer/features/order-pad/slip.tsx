import { useState } from 'react'
import type { Menu } from '../../data/index.ts'
import { Contradictions, type OrderView } from '../order/index.ts'
import { MergedAway, StrandedLines } from '../table-moves/index.ts'
import { CartList } from './cart-list.tsx'
import type { UnsentLine } from './cart-lines.ts'
import { KitchenRow } from './kitchen-row.tsx'
import { OpenedLine } from './opened-line.tsx'
import { SlipBody, useSlipRounds } from './slip-body.tsx'
import type { SlipLine, SlipRound } from './slip-rounds.ts'
import type { useCart } from './use-cart.ts'
import { useVoidLines } from './use-void-lines.ts'

interface SlipProps {
  readonly view: OrderView
  readonly cart: ReturnType<typeof useCart>
  readonly unsent: readonly UnsentLine[]
  readonly leaving: readonly UnsentLine[]
  readonly menu: Menu
  readonly onRepeat: (round: SlipRound) => void
}

/** Head, sent rounds that scroll, and the draft below them. */
export function Slip({ view, cart, unsent, leaving, menu, onRepeat }: SlipProps) {
  const rounds = useSlipRounds(view)
  const voids = useVoidLines(view)
  const [opened, setOpened] = useState<SlipLine | null>(null)
  const nothingSent = rounds.sent.length + rounds.arrived.length + leaving.length === 0
  return (
    <>
      <MergedAway view={view} />
      <StrandedLines view={view} />
      <Contradictions view={view} />
      <SlipBody
        view={view}
        rounds={rounds}
        goingOut={leaving}
        voiding={voids.leaving}
        hasCart={cart.lines.length > 0}
        onLine={setOpened}
        onRepeat={onRepeat}
      />
      <KitchenRow view={view} />
      <CartList cart={cart} lines={unsent} menu={menu} guests={view.state.guests} alone={nothingSent} />
      {opened ? (
        <OpenedLine
          opened={opened}
          view={view}
          menu={menu}
          onClose={() => setOpened(null)}
          onVoid={(units, reason) => {
            setOpened(null)
            voids.takeOut(opened, units, reason)
          }}
        />
      ) : null}
    </>
  )
}
