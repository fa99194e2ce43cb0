import { Check, Flame, Pause, Square, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { reasonNames } from '@orderez/core/branch'
import type { FactId, StationId } from '@orderez/core/kernel'
import { acknowledge, markReady, type TicketLine } from '@orderez/core/kitchen'
import type { LineAmendment, OrderState } from '@orderez/core/orders'
import { usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { useCommand } from '../command/index.ts'
import { LineSigns } from './line-signs.tsx'
import { RushRow } from './rush-row.tsx'

interface TicketLineRowProps {
  readonly line: TicketLine
  readonly station: StationId
  readonly orders: readonly OrderState[]
  /** Rushes that the ticket says for all its lines at once. */
  readonly saidAbove: ReadonlySet<FactId>
}

/** One line: tap it and all that is left of it is done, or one unit by the key beside it. Voids and changes have to be tapped away. */
export function TicketLineRow({ line, station, orders, saidAbove }: TicketLineRowProps) {
  const run = useCommand()
  const open = [...line.started, ...line.toDo]
  const done = (units: readonly number[]) =>
    void run((context) => markReady(orders, { station, units: [{ line: line.line, units: [...units] }] }, context))
  const know = (of: readonly FactId[]) => void run((context) => acknowledge(orders, { station, of }, context))
  const rushes = line.rushes.filter(({ fact }) => !saidAbove.has(fact)).map(({ fact }) => fact)
  return (
    <li
      data-testid={TEST_IDS.ticketLine}
      data-line={line.line}
      data-line-state={stateOf(line)}
      className="border-b border-line"
    >
      {line.voided.map((voided) => (
        <VoidRow
          key={voided.fact}
          line={line}
          units={voided.units.length}
          reason={voided.reason}
          onKnown={() => know([voided.fact])}
        />
      ))}
      {line.amendments.map((amendment) => (
        <AmendmentRow key={amendment.fact} amendment={amendment} onKnown={() => know([amendment.fact])} />
      ))}
      {rushes.length > 0 ? <RushRow onKnown={() => know(rushes)} /> : null}
      {open.length > 0 ? <OpenRow line={line} open={open} onDone={done} /> : null}
      {open.length === 0 && line.done.length > 0 ? <QuietRow count={line.done.length} line={line} mark="done" /> : null}
      {line.held.length > 0 ? <QuietRow count={line.held.length} line={line} mark="held" /> : null}
    </li>
  )
}

function stateOf(line: TicketLine): string {
  if (line.started.length > 0) return 'cooking'
  if (line.toDo.length > 0) return 'toDo'
  if (line.held.length > 0) return 'held'
  return line.done.length > 0 ? 'done' : 'voided'
}

interface OpenRowProps {
  readonly line: TicketLine
  readonly open: readonly number[]
  readonly onDone: (units: readonly number[]) => void
}

function OpenRow({ line, open, onDone }: OpenRowProps) {
  const { t } = useTranslation()
  const { name, said } = useWords()
  const [first] = open
  const details = [
    ...(line.set ? [name(line.set)] : []),
    ...line.options.map((option) => name(option.names)),
    ...(line.note === '' ? [] : [said(line.note)]),
  ]
  return (
    <div className={classNames('flex items-stretch gap-2 p-2', line.rushed && 'bg-late-soft')}>
      <button
        type="button"
        onClick={() => onDone(open)}
        className="press flex min-h-(--touch-key) min-w-0 flex-1 items-center gap-3 text-left"
      >
        <span className="text-kds-line font-bold">{open.length}</span>
        <span className="min-w-0 flex-1">
          <span className="block text-kds-line font-bold">{name(line.names)}</span>
          {details.length > 0 ? (
            <span className="block text-kds-opt text-on-wait-soft">{details.join(' · ')}</span>
          ) : null}
          <LineSigns line={line} />
        </span>
        {line.started.length > 0 ? (
          <Flame aria-label={t('line.cooking')} size={28} />
        ) : (
          <Square aria-hidden size={32} />
        )}
      </button>
      {open.length > 1 && first !== undefined ? (
        <button
          type="button"
          data-testid={TEST_IDS.ticketUnit}
          aria-label={t('kitchen.oneDone', { dish: name(line.names) })}
          onClick={() => onDone([first])}
          className="press flex min-w-(--touch-key) shrink-0 items-center justify-center rounded-md border border-line-strong text-kds-opt font-bold"
        >
          <Check aria-hidden size={22} />1
        </button>
      ) : null}
    </div>
  )
}

interface VoidRowProps {
  readonly line: TicketLine
  readonly units: number
  readonly reason: string
  readonly onKnown: () => void
}

function VoidRow({ line, units, reason, onKnown }: VoidRowProps) {
  const { t } = useTranslation()
  const { branch } = usePerson()
  const { name } = useWords()
  return (
    <button
      type="button"
      data-testid={TEST_IDS.acknowledge}
      data-about="voided"
      onClick={onKnown}
      className="press hatched flex min-h-(--touch-key) w-full items-center gap-3 border-2 border-late-edge p-2 text-left"
    >
      <span className="text-kds-line font-bold line-through">{units}</span>
      <span className="flex-1">
        <span className="block text-kds-line font-bold line-through">{name(line.names)}</span>
        <span className="inline-flex items-center gap-1 text-kds-opt">
          <X aria-hidden size={20} />
          {t('kitchen.voided', { reason: name(reasonNames(branch, reason)) })}
        </span>
      </span>
      <Square aria-hidden size={32} />
    </button>
  )
}

function AmendmentRow({ amendment, onKnown }: { readonly amendment: LineAmendment; readonly onKnown: () => void }) {
  const { t } = useTranslation()
  const { name, said } = useWords()
  const changes = [
    ...(amendment.units.length > 0 ? [t('kitchen.added', { count: amendment.units.length })] : []),
    ...(amendment.options ?? []).map((option) => name(option.names)),
    ...(amendment.note === null ? [] : [said(amendment.note)]),
  ]
  return (
    <button
      type="button"
      data-testid={TEST_IDS.acknowledge}
      data-about="amended"
      onClick={onKnown}
      className="press flex min-h-(--touch-key) w-full items-center gap-3 bg-sent p-2 text-left text-kds-opt text-on-sent"
    >
      <span className="flex-1">{t('kitchen.changed', { changes: changes.join(' · ') })}</span>
      <Check aria-hidden size={28} />
    </button>
  )
}

function QuietRow({
  line,
  count,
  mark,
}: {
  readonly line: TicketLine
  readonly count: number
  readonly mark: 'done' | 'held'
}) {
  const { t } = useTranslation()
  const { name } = useWords()
  return (
    <p
      className={classNames(
        'flex items-center gap-3 p-2 text-kds-opt text-ink-3',
        mark === 'held' && 'border-t border-dashed border-idle-edge',
      )}
    >
      <span>{count}</span>
      <span className="flex-1">
        {name(line.names)}
        {mark === 'held' ? <LineSigns line={line} /> : null}
      </span>
      {mark === 'held' ? (
        <span className="inline-flex items-center gap-1 text-kds-sub">
          <Pause aria-hidden size={18} />
          {t('line.held')}
        </span>
      ) : (
        <Check aria-label={t('line.ready')} size={26} className="text-ready" />
      )}
    </p>
  )
}
