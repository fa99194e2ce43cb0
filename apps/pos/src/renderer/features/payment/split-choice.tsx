import { useState } from 'react'
import { Armchair, ListChecks, ReceiptText, Split, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { orderClosed, WHOLE_SHARE, type Bill } from '@orderez/core/orders'
import { splitEqually, type NextPart } from '@orderez/core/payments'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { OrderView } from '../order/index.ts'
import { MovesSheet, useMoves } from '../table-moves/index.ts'
import { payableShares } from './payable-shares.ts'
import { ShareTabs } from './share-tabs.tsx'
import { useBillCommand } from './use-bill-command.ts'
import { unpaidUnits, useSplitProblems, wholeOf, type SplitWay } from './use-split-problems.ts'
import { WaysSheet } from './ways-sheet.tsx'

const WAYS = {
  none: { icon: ReceiptText, word: 'pay.splitNone' },
  equally: { icon: Split, word: 'pay.splitEqually' },
  items: { icon: ListChecks, word: 'pay.splitItems' },
  seats: { icon: Armchair, word: 'pay.splitSeats' },
} as const satisfies { readonly [W in SplitWay]: { readonly icon: LucideIcon; readonly word: string } }

interface SplitChoiceProps {
  readonly view: OrderView
  readonly share: Bill
  readonly part: NextPart | null
  readonly onInParts: (inParts: boolean) => void
  readonly onShare: (share: string) => void
}

/** Undivided, in equal parts, by dish or by seat; a bill in shares shows them, and each is paid for itself. */
export function SplitChoice({ view, share, part, onInParts, onShare }: SplitChoiceProps) {
  const { t } = useTranslation()
  const run = useBillCommand(view.state.id)
  const moves = useMoves(view.state.id)
  const problems = useSplitProblems(view, share, part)
  const [asking, setAsking] = useState<'equally' | 'items' | null>(null)
  const { state, around, bill } = view
  const order = state.id
  const shares = payableShares(bill)
  const chosen: SplitWay | null = part ? 'equally' : shares.length > 1 ? null : 'none'
  if (orderClosed(state)) return <ShareTabs shares={shares} shown={share.share} onShare={onShare} />

  async function divide(ways: number): Promise<void> {
    setAsking(null)
    const at = { order, share: share.share ?? WHOLE_SHARE }
    await run((now) => (context) => splitEqually(now, { at, ways }, context))
    onInParts(true)
  }

  function choose(way: SplitWay): void {
    if (way === 'equally' || way === 'items') setAsking(way)
    else if (way === 'seats') void moves.splitSeats(around, order)
    else if (part) onInParts(false)
    else if (chosen === 'none') onInParts(false)
    else {
      void moves.moveUnits(around, unpaidUnits(view), wholeOf(view))
      onShare(WHOLE_SHARE)
    }
  }

  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-bold">{t('pay.split')}</h2>
      <div className="grid grid-cols-2 gap-2 phone:grid-cols-4">
        {(Object.keys(WAYS) as SplitWay[]).map((way) => {
          const { icon: Icon, word } = WAYS[way]
          const problem = problems[way]
          return (
            <Button
              key={way}
              look={way === chosen ? 'chosen' : 'plain'}
              aria-pressed={way === chosen}
              data-testid={TEST_IDS.split}
              data-way={way}
              disabled={problem !== null}
              hint={problem && way !== chosen ? t(problem) : undefined}
              className="pay-split"
              onClick={() => choose(way)}
            >
              <Icon aria-hidden size={20} />
              {t(word)}
            </Button>
          )
        })}
      </div>
      <ShareTabs shares={shares} shown={share.share} onShare={onShare} />
      {asking === 'equally' ? (
        <WaysSheet
          due={share.due}
          guests={state.guests}
          onWays={(ways) => void divide(ways)}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'items' ? <MovesSheet order={order} start="dishes" onClose={() => setAsking(null)} /> : null}
    </section>
  )
}
