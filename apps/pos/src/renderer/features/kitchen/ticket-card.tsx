import { Check, Flame, Plus, RotateCcw, Soup } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { acknowledge, markStarted, type SharedRush, type Ticket } from '@orderez/core/kitchen'
import { orderNumberText, type OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { useNow } from '../../ui/use-now.ts'
import { useCommand } from '../command/index.ts'
import { AGE_HEADS, AgeSign } from './age-sign.tsx'
import { bumpOf } from './bump-of.ts'
import { firedUnits } from './open-units.ts'
import { OrderTypeSign } from './order-type-sign.tsx'
import { RushRow } from './rush-row.tsx'
import { TicketLineRow } from './ticket-line-row.tsx'
import { ticketAge, type TicketAge } from './ticket-age.ts'
import { useBump } from './use-bump.ts'

interface TicketCardProps {
  readonly ticket: Ticket
  readonly orders: readonly OrderState[]
  /** The key of the bump bar that bumps it; null beyond the ninth. */
  readonly slot: number | null
  /** It hangs below the first of its table: no head of its own, but its own clock. */
  readonly isAddOn: boolean
  /** What is said once for several lines of its pile. */
  readonly rushes: readonly SharedRush[]
}

/** A round at this station: who it is for, how old it is, what is to be done, and one key that bumps it all. */
export function TicketCard({ ticket, orders, slot, isAddOn, rushes }: TicketCardProps) {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const floor = useLive(queries.floor)
  const run = useCommand()
  const label = ticket.table ? (floor?.tables.get(ticket.table)?.label ?? '') : orderNumberText(ticket.number)
  const toStart = firedUnits(ticket, (line) => line.toDo)
  const bump = useBump(orders)
  const next = bumpOf(ticket)
  const Sign = next?.does === 'note' ? Check : Soup
  return (
    <article
      data-testid={TEST_IDS.ticket}
      data-ticket={ticket.id}
      data-order={ticket.order}
      data-table-label={label}
      className="flash-new flex min-h-0 flex-col"
    >
      {isAddOn ? <AddOnHead ticket={ticket} /> : <TicketHead ticket={ticket} label={label} />}
      <TicketLines ticket={ticket} orders={orders} rushes={rushes} />
      <footer className="flex gap-2 border-t border-line-strong p-2">
        <TicketKey
          testId={TEST_IDS.ticketStart}
          disabled={toStart.length === 0}
          onPress={() =>
            void run((context) => markStarted(orders, { station: ticket.station, units: toStart }, context))
          }
        >
          <Flame aria-hidden size={24} />
          {t('kitchen.start')}
        </TicketKey>
        <TicketKey testId={TEST_IDS.ticketBump} disabled={next === null} onPress={() => bump(ticket)}>
          {slot === null ? (
            <Sign aria-hidden size={24} />
          ) : (
            <kbd aria-hidden className="rounded-sm border border-line-strong px-2">
              {slot}
            </kbd>
          )}
          {next?.does === 'note' ? t('kitchen.noted') : t('kitchen.bump')}
        </TicketKey>
      </footer>
    </article>
  )
}

/** What it asks for, below what is said of several of its lines at once. */
function TicketLines({ ticket, orders, rushes }: Pick<TicketCardProps, 'ticket' | 'orders' | 'rushes'>) {
  const run = useCommand()
  const { station } = ticket
  const saidAbove = new Set(rushes.map(({ fact }) => fact))
  return (
    <ul className="min-h-0 overflow-y-auto">
      {rushes
        .filter((rush) => rush.ticket === ticket.id)
        .map(({ fact, units }) => (
          <li key={fact} className="border-b border-line">
            <RushRow
              dishes={units}
              onKnown={() => void run((context) => acknowledge(orders, { station, of: [fact] }, context))}
            />
          </li>
        ))}
      {ticket.lines.map((line) => (
        <TicketLineRow key={line.line} line={line} station={station} orders={orders} saidAbove={saidAbove} />
      ))}
    </ul>
  )
}

interface TicketKeyProps {
  readonly testId: string
  readonly disabled: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function TicketKey({ testId, disabled, onPress, children }: TicketKeyProps) {
  return (
    <button
      type="button"
      data-testid={testId}
      disabled={disabled}
      onClick={onPress}
      className="press inline-flex min-h-(--touch-key) min-w-0 flex-1 items-center justify-center gap-2 rounded-md border border-line-strong bg-raised text-kds-opt font-bold wrap-anywhere disabled:text-ink-3"
    >
      {children}
    </button>
  )
}

/** How long ago the ticket's work was asked for, and whether that is too long for its kind of order. */
function useAge(ticket: Ticket): { readonly age: TicketAge; readonly ageMs: number } {
  const { now } = useTerminal()
  const { branch } = usePerson()
  useNow()
  const ageMs = now() - (ticket.firedAt ?? ticket.sentAt)
  return { age: ticket.firedAt === null ? 'normal' : ticketAge(ageMs, ticket.type, branch), ageMs }
}

function RecalledSign() {
  const { t } = useTranslation()
  return (
    <span className="mt-1 flex items-center gap-1 rounded-sm bg-sunken px-2 text-kds-sub text-ink">
      <RotateCcw aria-hidden size={18} />
      {t('kitchen.recalled')}
    </span>
  )
}

function AddOnHead({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation()
  const { age, ageMs } = useAge(ticket)
  const look = age === 'normal' ? 'border-sent bg-sent text-on-sent' : AGE_HEADS[age]
  return (
    <header data-age={age} className={classNames('flash-head flex items-center gap-2 border-y px-3 py-1', look)}>
      <Plus aria-hidden size={22} />
      <span className="flex-1 text-kds-sub font-bold">{t('kitchen.addOn')}</span>
      <span className="text-right">
        <AgeSign age={age} ageMs={ageMs} />
        {ticket.recalled ? <RecalledSign /> : null}
      </span>
    </header>
  )
}

function TicketHead({ ticket, label }: { readonly ticket: Ticket; readonly label: string }) {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const records = useLive(queries.branch)
  const { age, ageMs } = useAge(ticket)
  return (
    <header data-age={age} className={classNames('flash-head flex items-start gap-2 border-b p-3', AGE_HEADS[age])}>
      <span className="flex-1">
        <span className={classNames('block font-bold', ticket.table ? 'text-kds-table' : 'text-3xl')}>{label}</span>
        <span className="flex flex-wrap gap-x-3 text-kds-sub">
          <span>{records?.person.get(ticket.waiter)?.name ?? ''}</span>
          {ticket.type === 'dineIn' ? <span>{t('kitchen.guests', { count: ticket.guests })}</span> : null}
        </span>
        <span className="block">
          <OrderTypeSign type={ticket.type} wishedAt={ticket.wishedAt} />
        </span>
        {ticket.orderNote === '' ? null : <span className="block text-kds-sub font-bold">{ticket.orderNote}</span>}
      </span>
      <span className="text-right">
        <AgeSign age={age} ageMs={ageMs} />
        {ticket.recalled ? <RecalledSign /> : null}
      </span>
    </header>
  )
}
