import { Repeat } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OrderId } from '@orderez/core/kernel'
import { lineAmount } from '@orderez/core/pricing'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { LineChip } from './line-chip.tsx'
import type { SlipLine, SlipRound } from './slip-rounds.ts'
import { useWeightWords } from './use-weight-words.ts'

interface SentRoundProps {
  readonly round: SlipRound
  readonly labelOf: (order: OrderId) => string
  readonly onLine: (line: SlipLine) => void
  readonly onRepeat: () => void
  /** Units whose void can still be taken back: already struck through. */
  readonly leaving: ReadonlySet<string>
}

/** A sent round is a stub: it lies flat, ends in a perforation, and nothing in it ever vanishes. */
export function SentRound({ round, labelOf, onLine, onRepeat, leaving }: SentRoundProps) {
  const { t } = useTranslation()
  const { time } = useWords()
  return (
    <section data-testid={TEST_IDS.round} data-round={round.round?.round ?? 'set-aside'} className="perforated pb-2">
      <h2 className="flex items-center gap-2 px-4 text-sm font-bold">
        <span className="py-2">{round.round ? t('order.round', { number: round.number }) : t('order.setAside')}</span>
        {round.round ? <span className="flex-1 font-normal text-ink-2">{time(round.round.at.ms)}</span> : null}
        {round.round && round.lines.some(({ look }) => look !== 'voided') ? (
          <button
            type="button"
            data-testid={TEST_IDS.repeatRound}
            onClick={onRepeat}
            className="press flex min-h-(--touch-min) items-center gap-2 rounded-md px-2"
          >
            <Repeat aria-hidden size={18} />
            {t('order.repeat')}
          </button>
        ) : null}
      </h2>
      <SentLines lines={round.lines} labelOf={labelOf} leaving={leaving} onLine={onLine} />
    </section>
  )
}

type SentLinesProps = Pick<SentRoundProps, 'labelOf' | 'leaving' | 'onLine'> & { readonly lines: readonly SlipLine[] }

/** The lines of a round, or of what came from another order. */
export function SentLines({ lines, labelOf, leaving, onLine }: SentLinesProps) {
  return (
    <ul>
      {lines.flatMap((line) =>
        apart(line, leaving).map((part) => (
          <li key={`${line.line.id} ${line.look} ${line.movedTo} ${part.leaving}`}>
            <SentLine line={part.line} labelOf={labelOf} leaving={part.leaving} onOpen={() => onLine(line)} />
          </li>
        )),
      )}
    </ul>
  )
}

/** A row as two where only some of its units are being taken out. */
function apart(line: SlipLine, leaving: ReadonlySet<string>): readonly { line: SlipLine; leaving: boolean }[] {
  const going = (unit: number) => leaving.has(`${line.line.id} ${unit}`)
  const parts = [
    { line: { ...line, units: line.units.filter((unit) => !going(unit)) }, leaving: false },
    { line: { ...line, units: line.units.filter(going) }, leaving: true },
  ]
  return parts.filter((part) => part.line.units.length > 0)
}

interface SentLineProps {
  readonly line: SlipLine
  readonly labelOf: (order: OrderId) => string
  readonly leaving: boolean
  readonly onOpen: () => void
}

function SentLine({ line, labelOf, leaving, onOpen }: SentLineProps) {
  const { t } = useTranslation()
  const { name, money, said } = useWords()
  const weightWordsOf = useWeightWords()
  const ofSet = line.line.parent !== undefined
  const amount = amountOf(line)
  const struck = leaving || line.look === 'voided'
  const options = line.state?.options ?? line.line.options
  const note = line.state?.note ?? line.line.note ?? ''
  const { state } = line
  const seat = state ? state.seat : (line.line.seat ?? null)
  const course = state ? state.course : (line.line.course ?? null)
  const weight = weightWordsOf({
    unit: line.line.unit,
    quantity: state?.unitQuantity ?? line.line.quantity,
    unweighed: state ? state.unweighed : line.line.weighLater === true,
  })
  const details = [
    ...((state?.price ?? line.line.price).pending ? [t('order.noPriceYet')] : []),
    ...(weight === null ? [] : [weight]),
    ...options.map((option) => name(option.names)),
    ...(note === '' ? [] : [said(note)]),
    ...(seat === null || ofSet ? [] : [t('order.seatNumber', { seat })]),
    ...(course === null || ofSet ? [] : [t('order.courseNumber', { course })]),
  ]
  return (
    <button
      type="button"
      data-testid={TEST_IDS.line}
      data-line={line.line.id}
      data-line-state={leaving ? 'voided' : line.look}
      data-units={line.units.length}
      onClick={onOpen}
      className={classNames(
        'press flex w-full items-center gap-3 px-4 text-left',
        ofSet ? 'min-h-(--touch-min) pl-10 text-sm' : 'min-h-(--touch-line)',
      )}
    >
      <span className="min-w-6 font-bold">{line.units.length}</span>
      <span className="flex-1">
        <span className={classNames('block', struck && 'line-through')}>{name(line.line.names)}</span>
        {line.movedTo === null ? null : (
          <span className="block text-sm text-ink-2">{t('moves.standsOn', { order: labelOf(line.movedTo) })}</span>
        )}
        {details.length > 0 ? <span className="block text-sm text-ink-2">{details.join(' · ')}</span> : null}
      </span>
      {line.rushed && line.look !== 'served' && !struck ? (
        <span className="rounded-sm bg-late px-1 text-sm font-bold text-on-late">{t('line.rush')}</span>
      ) : null}
      <LineChip look={leaving ? 'voided' : line.look} />
      <span className={classNames('min-w-16 text-right text-ink-2', leaving && 'line-through')}>
        {ofSet && amount === 0 ? null : money(amount)}
      </span>
    </button>
  )
}

/** What the row adds to the sum: until a void can no longer be taken back, the sum still has it. */
function amountOf(line: SlipLine): number {
  if (
    line.look === 'voided' ||
    line.look === 'comped' ||
    line.movedTo !== null ||
    !line.state ||
    line.state.unweighed ||
    line.state.price.pending
  )
    return 0
  return lineAmount(line.state.price, line.units.length * line.state.unitQuantity)
}
