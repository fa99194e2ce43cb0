import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderId } from '@orderez/core/kernel'
import { useLive, useTerminal, type Menu } from '../../data/index.ts'
import { useHeat } from '../heat/index.ts'
import { useOrder, type OrderView } from '../order/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { AskDish } from './ask-dish.tsx'
import { DishTiles } from './dish-tiles.tsx'
import { FOR_EVERYONE, isSaid, NextPlaceRow, useNextPlace } from './next-place.tsx'
import { OrderActions } from './order-actions.tsx'
import { OrderBar } from './order-bar.tsx'
import { Slip } from './slip.tsx'
import { useAvailability } from './use-availability.ts'
import { useCart } from './use-cart.ts'
import { useDishTaps } from './use-dish-taps.ts'
import { useFavourites } from './use-favourites.ts'
import { useLeavingRound } from './use-leaving-round.ts'
import { useRepeat } from './use-repeat.ts'
import { useUnsentDishes } from './use-unsent-dishes.ts'

/** One order: the menu on one side, its slip on the other. On a phone the slip lies over the menu when it is asked for. */
export function OrderPad({ order }: { readonly order: OrderId }) {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const view = useOrder(order)
  const menu = useLive(queries.menu)
  if (view === undefined) return <p className="p-8 text-ink-2">{t('order.notHere')}</p>
  if (!view || !menu) return <p className="p-8 text-ink-2">{t('boot.opening')}</p>
  return <OpenOrder view={view} menu={menu} />
}

function OpenOrder({ view, menu }: { readonly view: OrderView; readonly menu: Menu }) {
  const { state } = view
  const cart = useCart(state)
  const heat = useHeat()
  const favourites = useFavourites(menu, heat)
  const { leaving, unsent, send } = useLeavingRound(cart, heat)
  const availability = useAvailability(menu)
  const { next, setNext, placed } = useNextPlace()
  const taps = useDishTaps({ menu, cart, heat, placed })
  const { counts, takeOne } = useUnsentDishes(unsent, cart)
  const again = useRepeat({ menu, cart, isGone: availability.isGone, placed })
  const [slipOpen, setSlipOpen] = useState(false)
  const hideSlip = () => setSlipOpen(false)
  /** The next round is for everyone until somebody says otherwise; a second tap that only hurries what leaves says nothing of it. */
  const sendAndStartOver = () => {
    if (unsent.length > 0) setNext(FOR_EVERYONE)
    send()
  }
  const place = { row: <NextPlaceRow guests={state.guests} next={next} onNext={setNext} />, isChosen: isSaid(next) }
  return (
    <main className="order-screen">
      <OrderBar state={state} fresh={state.rounds.length === 0 && cart.lines.length === 0} />
      <DishTiles
        {...{ menu, availability, favourites }}
        inCart={counts}
        place={state.opening?.type === 'dineIn' ? place : null}
        onDish={taps.pick}
        onLess={takeOne}
        onBrowse={hideSlip}
      />
      <SlipPlace open={slipOpen}>
        <Slip {...{ view, cart, unsent, leaving, menu }} onRepeat={again.repeat} />
      </SlipPlace>
      <OrderActions
        {...{ view, unsent, leaving, slipOpen }}
        sending={cart.sending}
        onSend={sendAndStartOver}
        onSlip={() => setSlipOpen(!slipOpen)}
      />
      {again.asked ? (
        <AskDish
          key={`${again.asked.version.id} ${again.left}`}
          {...again.asked}
          menu={menu}
          isGone={availability.isGone}
          onClose={again.dismissed}
          onAdd={again.answered}
        />
      ) : null}
      {taps.asked ? (
        <AskDish
          key={taps.asked.version.id}
          {...taps.asked}
          menu={menu}
          isGone={availability.isGone}
          onClose={taps.dismissed}
          onAdd={taps.answered}
        />
      ) : null}
    </main>
  )
}

function SlipPlace({ open, children }: { readonly open: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <section
      aria-label={t('order.slip')}
      className={classNames('order-slip min-h-0 flex-col bg-surface tablet:flex', open ? 'flex' : 'hidden')}
    >
      {children}
    </section>
  )
}
