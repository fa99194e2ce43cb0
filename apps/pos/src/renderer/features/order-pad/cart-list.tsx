import { useState } from 'react'
import { Eraser, Flame, Pause, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { THOUSANDTHS } from '@orderez/core/kernel'
import { unsentAmount } from '@orderez/core/carts'
import type { Menu } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { useNotices } from '../notices/index.ts'
import type { UnsentLine } from './cart-lines.ts'
import { canChoose, Rechoose } from './rechoose.tsx'
import { UnsentLineSheet } from './unsent-line-sheet.tsx'
import type { useCart } from './use-cart.ts'
import { WeightKeys } from './weight-keys.tsx'

interface CartListProps {
  readonly cart: ReturnType<typeof useCart>
  /** Those not on their way. */
  readonly lines: readonly UnsentLine[]
  readonly menu: Menu
  readonly guests: number
  /** Nothing stands above it that it has to leave room for. */
  readonly alone: boolean
}

/** The draft: dashed, raised, with steppers. It never scrolls away below the rounds. */
export function CartList({ cart, lines, menu, guests, alone }: CartListProps) {
  const { t } = useTranslation()
  const notices = useNotices()
  const [edited, setEdited] = useState<UnsentLine | null>(null)
  const [rechosen, setRechosen] = useState<UnsentLine | null>(null)
  if (lines.length === 0) return null
  const dishesOf = (set: UnsentLine) => lines.filter(({ line }) => line.parent === set.line.id)

  function clear(): void {
    const putBack = cart.clear(lines)
    const count = lines.filter(({ line }) => line.parent === undefined).length
    notices.offerUndo({ text: t('order.cleared', { count }), commit: () => {}, undone: putBack })
  }

  return (
    <section className={`flex flex-col gap-1 overflow-y-auto bg-brand-soft p-2 ${alone ? 'min-h-0' : 'max-h-1/2'}`}>
      <h2 className="flex items-center gap-2 px-2 text-sm font-bold text-on-brand-soft">
        <Pencil aria-hidden size={18} />
        <span className="flex-1">{t('line.unsent')}</span>
        <button
          type="button"
          data-testid={TEST_IDS.clearUnsent}
          onClick={clear}
          className="press flex min-h-(--touch-min) items-center gap-2 rounded-md px-2"
        >
          <Eraser aria-hidden size={18} />
          {t('order.clearUnsent')}
        </button>
      </h2>
      {lines
        .filter(({ line }) => line.parent === undefined)
        .map((line) => (
          <CartLineRow
            key={line.line.id}
            line={line}
            dishes={dishesOf(line)}
            cart={cart}
            onEdit={() => setEdited(line)}
          />
        ))}
      {edited ? (
        <UnsentLineSheet
          line={edited.line}
          guests={guests}
          onClose={() => setEdited(null)}
          onOptions={
            canChoose(edited.line, menu)
              ? () => {
                  setEdited(null)
                  setRechosen(edited)
                }
              : null
          }
          onDone={(wishes, back) => {
            cart.changeLine(edited, wishes, back)
            setEdited(null)
          }}
        />
      ) : null}
      {rechosen ? (
        <Rechoose
          line={rechosen}
          dishes={dishesOf(rechosen)}
          cart={cart}
          menu={menu}
          onClose={() => setRechosen(null)}
        />
      ) : null}
    </section>
  )
}

interface CartLineRowProps extends Pick<CartListProps, 'cart'> {
  readonly line: UnsentLine
  /** Of a set meal. */
  readonly dishes: readonly UnsentLine[]
  readonly onEdit: () => void
}

function CartLineRow({ line: unsent, dishes, cart, onEdit }: CartLineRowProps) {
  const { t } = useTranslation()
  const { name, money, said } = useWords()
  const { line, quantity } = unsent
  const details = [
    ...line.options.map((option) => name(option.names)),
    ...(line.price.pending ? [t('order.noPriceYet')] : []),
    ...(line.note ? [said(line.note)] : []),
    ...(line.seat === undefined ? [] : [t('order.seatNumber', { seat: line.seat })]),
    ...(line.course === undefined ? [] : [t('order.courseNumber', { course: line.course })]),
  ]
  const held = line.fire === 'hold'
  return (
    <div
      data-testid={TEST_IDS.cartLine}
      data-line={line.id}
      data-quantity={quantity / THOUSANDTHS}
      className="flex flex-wrap items-center gap-2 rounded-md border border-dashed border-brand-edge bg-raised p-2"
    >
      <button
        type="button"
        onClick={onEdit}
        className={classNames(
          'press min-h-(--touch-min) basis-full text-left',
          line.unit === 'piece' && 'tablet:flex-1 tablet:basis-0',
          details.length + dishes.length > 0 ? 'min-w-40' : 'min-w-24',
        )}
      >
        <span className="block font-bold">{name(line.names)}</span>
        {details.length > 0 ? <span className="block text-sm text-ink-2">{details.join(' · ')}</span> : null}
        {dishes.map(({ line: dish }) => (
          <span key={dish.id} className="block text-sm text-ink-2">
            {[name(dish.names), ...dish.options.map((option) => name(option.names))].join(' · ')}
          </span>
        ))}
        {held ? <span className="block text-sm text-on-idle-soft">{t('line.held')}</span> : null}
      </button>
      <span className={classNames('flex-1 text-ink-2', line.unit === 'piece' && 'tablet:flex-none')}>
        {money([unsent, ...dishes].reduce((sum, { line: each }) => sum + unsentAmount({ line: each, quantity }), 0))}
      </span>
      <IconButton
        label={t(held ? 'order.fireNow' : 'order.holdLine')}
        testId={TEST_IDS.hold}
        aria-pressed={held}
        onClick={() => cart.changeLine(unsent, { fire: held ? 'now' : 'hold' })}
      >
        {held ? <Flame aria-hidden size={20} /> : <Pause aria-hidden size={20} />}
      </IconButton>
      {line.unit === 'piece' ? (
        <Stepper
          value={quantity / THOUSANDTHS}
          lessLabel={t('order.less', { dish: name(line.names) })}
          moreLabel={t('order.more', { dish: name(line.names) })}
          onLess={() => cart.changeCount(unsent, -THOUSANDTHS)}
          onMore={() => cart.changeCount(unsent, THOUSANDTHS)}
        />
      ) : (
        <WeightKeys unsent={unsent} cart={cart} />
      )}
    </div>
  )
}
