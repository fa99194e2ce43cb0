import { Bike, HandHelping, ShoppingBag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { orderNumberText } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { TABLE_LOOKS, UnsentPill } from '../order/index.ts'
import type { Takeaway } from './takeaways.ts'

interface TakeawayRowProps {
  readonly takeaway: Takeaway
  /** Handed over already, until the time to take it back is over. */
  readonly leaving: boolean
  readonly onOpen: () => void
  readonly onHandOver: () => void
}

/** Number, who, how far and what is due; one tap opens it, one more hands it over when it is ready. */
export function TakeawayRow({ takeaway, leaving, onOpen, onHandOver }: TakeawayRowProps) {
  const { t } = useTranslation()
  const { look, stage, opening, type, state } = takeaway
  const number = orderNumberText(opening.number)
  const Type = type === 'takeaway' ? ShoppingBag : Bike
  const { name, phone } = state.contact ?? {}
  return (
    <li
      className="flex shrink-0 items-stretch gap-2 tablet:w-full"
      data-testid={TEST_IDS.takeaway}
      data-order={state.id}
      data-number={number}
      data-stage={leaving ? 'leaving' : stage}
    >
      <button
        type="button"
        data-testid={TEST_IDS.takeawayOpen}
        onClick={onOpen}
        className={classNames(
          'press flex min-h-14 min-w-0 flex-1 items-center gap-2 rounded-md border border-line bg-surface p-1 pr-2 text-left',
          leaving && 'line-through',
        )}
      >
        <span
          className={classNames(
            'flex min-h-12 min-w-16 flex-col items-center justify-center rounded-md border px-1 text-sm font-bold whitespace-nowrap',
            TABLE_LOOKS[look],
          )}
        >
          <Type aria-hidden size={16} />
          {number}
        </span>
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex items-center gap-1 font-bold whitespace-nowrap">
            {t(look === 'waiting' ? 'takeaway.late' : `takeaway.${stage}`)}
            <span className="ml-auto pl-2">
              <Money takeaway={takeaway} />
            </span>
          </span>
          <span className="truncate text-sm text-ink-2">
            <UnsentPill order={state.id} /> <When takeaway={takeaway} />
            {name || phone ? ` · ${name ?? phone}` : null}
          </span>
        </span>
      </button>
      {stage === 'ready' && !leaving ? (
        <button
          type="button"
          data-testid={TEST_IDS.handOver}
          onClick={onHandOver}
          className="press flex w-16 shrink-0 flex-col items-center justify-center rounded-md border border-line-strong bg-raised text-center text-xs font-bold"
        >
          <HandHelping aria-hidden size={20} />
          {t('takeaway.handOver')}
        </button>
      ) : null}
    </li>
  )
}

function When({ takeaway: { state, minutes } }: { readonly takeaway: Takeaway }) {
  const { t } = useTranslation()
  const { time } = useWords()
  return state.wishedAt === null
    ? t('table.minutes', { minutes })
    : t('takeaway.wishedFor', { time: time(state.wishedAt) })
}

function Money({ takeaway: { open, stage } }: { readonly takeaway: Takeaway }) {
  const { t } = useTranslation()
  const { money } = useWords()
  if (open === null) return <span className="rounded-sm bg-late px-1 text-on-late">{t('table.broken')}</span>
  if (open === 0 && stage === 'empty') return null
  if (open === 0) return <span className="text-sm text-ink-2">{t('takeaway.paid')}</span>
  return money(open)
}
