import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  compUnits,
  fireLines,
  rushLines,
  setPrice,
  setWeight,
  unitsOfSet,
  voidUnits,
  withdrawComp,
  type OrderState,
} from '@orderez/core/orders'
import type { LineId } from '@orderez/core/kernel'
import { markServed } from '@orderez/core/kitchen'
import { useEngineStatus, type Menu } from '../../data/index.ts'
import { useCan, usePerson, useWords } from '../../state/index.ts'
import { useCommand } from '../command/index.ts'
import { useNotices } from '../notices/index.ts'
import { Contradictions, undeliveredFacts, useOrderLabel, type OrderView } from '../order/index.ts'
import { ArrivedRound } from './arrived-round.tsx'
import { MergedAway, StrandedLines } from '../table-moves/index.ts'
import { CartList } from './cart-list.tsx'
import { GuestKeys } from './guest-keys.tsx'
import { KitchenRow } from './kitchen-row.tsx'
import type { UnsentLine } from './cart-lines.ts'
import { LeavingRound } from './leaving-round.tsx'
import { LineSheet } from './line-sheet.tsx'
import { SentRound } from './sent-round.tsx'
import { SlipCharges } from './slip-charges.tsx'
import { arrivedLines, slipRounds, type SlipLine, type SlipRound } from './slip-rounds.ts'
import type { useCart } from './use-cart.ts'
import { useRefusal } from './use-refusal.ts'
import { useSeatGuests } from './use-seat-guests.ts'

interface SlipProps {
  readonly view: OrderView
  readonly cart: ReturnType<typeof useCart>
  readonly unsent: readonly UnsentLine[]
  readonly leaving: readonly UnsentLine[]
  readonly menu: Menu
  readonly onRepeat: (round: SlipRound) => void
}

const NONE: ReadonlySet<string> = new Set()

/** Head, sent rounds that scroll, and the draft below them. */
export function Slip({ view, cart, unsent, leaving: goingOut, menu, onRepeat }: SlipProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const { state, around } = view
  const can = useCan()
  const { person } = usePerson()
  // What is ready needs a manager's word; a manager gives it by doing it.
  const approval = person.roles.includes('manager') ? { approver: person.id } : {}
  const run = useCommand()
  const notices = useNotices()
  const status = useEngineStatus()
  const rounds = useMemo(() => slipRounds(state, undeliveredFacts(state, status)), [state, status])
  const arrived = useMemo(() => {
    const undelivered = new Set(around.flatMap((order) => [...undeliveredFacts(order, status)]))
    return arrivedLines(state.id, around, undelivered)
  }, [state.id, around, status])
  const labelOf = useOrderLabel(around)
  const [opened, setOpened] = useState<SlipLine | null>(null)
  const [leaving, setLeaving] = useState(NONE)
  const refusalOf = useRefusal(state)
  const seat = useSeatGuests(state)
  const nothingSent = rounds.length + arrived.length + goingOut.length === 0
  const end = useScrolledToEnd(rounds.length + arrived.length + goingOut.length)

  function takeOut({ line }: SlipLine, units: readonly number[], reason: string): void {
    setOpened(null)
    const set = state.lines.get(line.id)
    const dishes = set ? units.flatMap((unit) => unitsOfSet(state.lines.values(), set, unit)) : []
    setLeaving(
      new Set([...units.map((unit) => `${line.id} ${unit}`), ...dishes.map((dish) => `${dish.line.id} ${dish.unit}`)]),
    )
    const settle = () => setLeaving(NONE)
    notices.offerUndo({
      text: t('order.voided', { dish: name(line.names), count: units.length }),
      commit: () =>
        void run((context) =>
          voidUnits(around, { units: [{ line: line.id, units: [...units] }], reason, ...approval }, context),
        ).then(settle),
      undone: settle,
    })
  }

  /** What the kitchen makes of a line: of a set meal, its dishes. */
  function cookedOf({ line }: SlipLine): LineId[] {
    const dishes = [...state.lines.values()].filter(({ content }) => content.parent === line.id)
    return dishes.length > 0 ? dishes.map(({ id }) => id) : [line.id]
  }

  /** The order where it was sent: every fact about it is written there. */
  function homeOf({ state: line }: SlipLine): OrderState {
    return around.find(({ id }) => id === line?.order) ?? state
  }

  function act(command: Parameters<typeof run>[0]): void {
    setOpened(null)
    void run(command)
  }

  return (
    <>
      <MergedAway view={view} />
      <StrandedLines view={view} />
      <Contradictions view={view} />
      <div ref={end} className={nothingSent ? 'min-h-fit flex-1' : 'min-h-0 flex-1 overflow-y-auto'}>
        {rounds.map((round) => (
          <SentRound
            key={round.fact}
            round={round}
            labelOf={labelOf}
            leaving={leaving}
            onLine={setOpened}
            onRepeat={() => onRepeat(round)}
          />
        ))}
        {arrived.map((lines) => (
          <ArrivedRound key={lines.from} arrived={lines} labelOf={labelOf} leaving={leaving} onLine={setOpened} />
        ))}
        <LeavingRound lines={goingOut} />
        {rounds.length + arrived.length === 0 && cart.lines.length === 0 ? (
          <div className="flex flex-col gap-4 p-4 text-ink-2">
            {state.opening?.type === 'dineIn' ? (
              <section className="hidden flex-col gap-2 tablet:flex">
                <h2 className="font-bold">{t('order.guests')}</h2>
                <GuestKeys guests={state.guests} onGuests={seat} />
              </section>
            ) : null}
            <p>{t('order.empty')}</p>
          </div>
        ) : null}
        <SlipCharges bill={view.bill} />
      </div>
      <KitchenRow view={view} />
      <CartList cart={cart} lines={unsent} menu={menu} guests={state.guests} alone={nothingSent} />
      {opened ? (
        <LineSheet
          line={opened}
          refusal={refusalOf(opened)}
          onClose={() => setOpened(null)}
          onVoid={(units, reason) => takeOut(opened, units, reason)}
          onComp={(units, reason) =>
            act((context) =>
              compUnits(around, { units: [{ line: opened.line.id, units: [...units] }], reason, ...approval }, context),
            )
          }
          onWithdrawComp={(of) => act((context) => withdrawComp(homeOf(opened), of, context))}
          onServe={(units) =>
            act((context) => markServed(around, [{ line: opened.line.id, units: [...units] }], context))
          }
          mayPrice={can(
            menu.versions.get(opened.line.version)?.marketPrice && !menu.versions.get(opened.line.version)?.openItem
              ? 'fact.priceSet'
              : 'price.override',
          )}
          onPrice={(price) =>
            act((context) =>
              setPrice(homeOf(opened), { line: opened.line.id, price, reason: t('order.priceSaid') }, context),
            )
          }
          onWeight={(quantity) =>
            act((context) => setWeight(homeOf(opened), { line: opened.line.id, quantity }, context))
          }
          onRush={() => act((context) => rushLines(around, { lines: cookedOf(opened) }, context))}
          onFire={() => act((context) => fireLines(around, { lines: [opened.line.id, ...cookedOf(opened)] }, context))}
        />
      ) : null}
    </>
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
