import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { unitCount, type OrderId } from '@orderez/core/kernel'
import type { Dish } from '@orderez/core/menu'
import { useLive, useTerminal, type Menu } from '../../data/index.ts'
import { useHeat } from '../heat/index.ts'
import { useNotices } from '../notices/index.ts'
import { useOrder, type OrderView } from '../order/index.ts'
import { useWords } from '../../state/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { AskDish, asksAnything } from './ask-dish.tsx'
import { DishTiles } from './dish-tiles.tsx'
import { NextPlaceRow, useNextPlace } from './next-place.tsx'
import { OrderActions } from './order-actions.tsx'
import { SlipHead } from './slip-head.tsx'
import { Slip } from './slip.tsx'
import { repeatRound } from './repeat-round.ts'
import type { SlipRound } from './slip-rounds.ts'
import { useAvailability } from './use-availability.ts'
import { useCart } from './use-cart.ts'
import { useFavourites } from './use-favourites.ts'
import { useLeavingRound } from './use-leaving-round.ts'

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
  const { t } = useTranslation()
  const { name } = useWords()
  const cart = useCart(view.state)
  const heat = useHeat()
  const favourites = useFavourites(menu, heat)
  const { leaving, unsent, send } = useLeavingRound(cart, heat)
  const availability = useAvailability(menu)
  const { next, setNext, placed } = useNextPlace()
  const notices = useNotices()
  const [asked, setAsked] = useState<Dish | null>(null)
  const [slipOpen, setSlipOpen] = useState(false)
  const inCart = useMemo(() => {
    const counts = new Map<Dish['id'], number>()
    for (const { line, quantity } of cart.lines)
      if (line.parent === undefined)
        counts.set(line.dish, (counts.get(line.dish) ?? 0) + unitCount(quantity, line.unit))
    return counts
  }, [cart.lines])
  const version = asked ? menu.versions.get(asked.version) : undefined

  function pick(dish: Dish): void {
    const sold = menu.versions.get(dish.version)
    if (!sold) notices.say(t('order.dishLoading'))
    else if (asksAnything(sold)) {
      heat.seen(dish.id)
      setAsked(dish)
    } else cart.add(placed({ dish, version: sold, choices: [], note: '' }))
  }

  function repeat(round: SlipRound): void {
    const { lines, soldOut, changed } = repeatRound(round, menu, availability.isGone)
    cart.repeat(lines)
    const names = (dishes: typeof soldOut) => dishes.map(name).join(t('order.listComma'))
    const parts = [
      t('order.repeated', { count: lines.length }),
      ...(soldOut.length > 0 ? [t('order.repeatSoldOut', { dishes: names(soldOut) })] : []),
      ...(changed.length > 0 ? [t('order.repeatChanged', { dishes: names(changed) })] : []),
    ]
    notices.say(parts.join(' '))
  }

  return (
    <main className="order-screen">
      <div className="order-head bg-surface">
        <SlipHead state={view.state} fresh={view.state.rounds.length === 0 && cart.lines.length === 0} />
      </div>
      <DishTiles
        menu={menu}
        availability={availability}
        inCart={inCart}
        favourites={favourites}
        onDish={pick}
        onBrowse={() => setSlipOpen(false)}
        above={
          view.state.opening?.type === 'dineIn' ? (
            <NextPlaceRow guests={view.state.guests} next={next} onNext={setNext} />
          ) : null
        }
      />
      <section
        aria-label={t('order.slip')}
        className={classNames('order-slip min-h-0 flex-col bg-surface tablet:flex', slipOpen ? 'flex' : 'hidden')}
      >
        <Slip view={view} cart={cart} unsent={unsent} leaving={leaving} menu={menu} onRepeat={repeat} />
      </section>
      <OrderActions
        view={view}
        unsent={unsent}
        leaving={leaving}
        sending={cart.sending}
        onSend={send}
        slipOpen={slipOpen}
        onSlip={() => setSlipOpen(!slipOpen)}
      />
      {asked && version ? (
        <AskDish
          key={version.id}
          dish={asked}
          version={version}
          menu={menu}
          isGone={availability.isGone}
          onClose={() => setAsked(null)}
          onAdd={(said) => {
            cart.add(placed(said))
            setAsked(null)
          }}
        />
      ) : null}
    </main>
  )
}
