import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderState } from '@orderez/core/orders'
import { useEngineStatus } from '../../data/index.ts'
import { undeliveredFacts, useOrderLabel, type OrderView } from '../order/index.ts'
import { ArrivedRound } from './arrived-round.tsx'
import type { UnsentLine } from './cart-lines.ts'
import { GuestKeys } from './guest-keys.tsx'
import { LeavingRound } from './leaving-round.tsx'
import { SentRound } from './sent-round.tsx'
import { SlipCharges } from './slip-charges.tsx'
import { arrivedLines, slipRounds, type SlipLine, type SlipRound } from './slip-rounds.ts'
import { useSeatGuests } from './use-seat-guests.ts'

interface SlipBodyProps {
  readonly view: OrderView
  readonly rounds: SlipRounds
  /** On their way, and still to be taken back. */
  readonly goingOut: readonly UnsentLine[]
  /** Units whose void can still be taken back. */
  readonly voiding: ReadonlySet<string>
  readonly hasCart: boolean
  readonly onLine: (line: SlipLine) => void
  readonly onRepeat: (round: SlipRound) => void
}

/** What was sent and what is about to be: it scrolls, and shows its end when something comes. */
export function SlipBody({ view, rounds, goingOut, voiding, hasCart, onLine, onRepeat }: SlipBodyProps) {
  const labelOf = useOrderLabel(view.around)
  const { sent, arrived } = rounds
  const count = sent.length + arrived.length
  const end = useScrolledToEnd(count + goingOut.length)
  return (
    <div ref={end} className={count + goingOut.length === 0 ? 'min-h-fit flex-1' : 'min-h-0 flex-1 overflow-y-auto'}>
      {sent.map((round) => (
        <SentRound
          key={round.fact}
          round={round}
          labelOf={labelOf}
          leaving={voiding}
          onLine={onLine}
          onRepeat={() => onRepeat(round)}
        />
      ))}
      {arrived.map((lines) => (
        <ArrivedRound key={lines.from} arrived={lines} labelOf={labelOf} leaving={voiding} onLine={onLine} />
      ))}
      <LeavingRound lines={goingOut} />
      {count === 0 && !hasCart ? <NothingYet state={view.state} /> : null}
      <SlipCharges bill={view.bill} />
    </div>
  )
}

interface SlipRounds {
  readonly sent: readonly SlipRound[]
  readonly arrived: ReturnType<typeof arrivedLines>
}

/** The rounds of an order, and the lines that came to it from others. */
export function useSlipRounds({ state, around }: OrderView): SlipRounds {
  const status = useEngineStatus()
  const sent = useMemo(() => slipRounds(state, undeliveredFacts(state, status)), [state, status])
  const arrived = useMemo(() => {
    const undelivered = new Set(around.flatMap((order) => [...undeliveredFacts(order, status)]))
    return arrivedLines(state.id, around, undelivered)
  }, [state.id, around, status])
  return { sent, arrived }
}

function NothingYet({ state }: { readonly state: OrderState }) {
  const { t } = useTranslation()
  const seat = useSeatGuests(state)
  return (
    <div className="flex flex-col gap-4 p-4 text-ink-2">
      {state.opening?.type === 'dineIn' ? (
        <section className="hidden flex-col gap-2 tablet:flex">
          <h2 className="font-bold">{t('order.guests')}</h2>
          <GuestKeys guests={state.guests} onGuests={seat} />
        </section>
      ) : null}
      <p>{t('order.empty')}</p>
    </div>
  )
}

/** A new round is what a person wants to see. */
function useScrolledToEnd(count: number) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    end.current?.scrollTo({ top: end.current.scrollHeight })
  }, [count])
  return end
}
