import { useState } from 'react'
import { AlarmClock, Check, Flame, Trash2, Utensils } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { settingsOf } from '@orderez/core/branch'
import type { FactId, OrderId, Quantity } from '@orderez/core/kernel'
import type { LinePrice } from '@orderez/core/pricing'
import { useCan, usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { MovesSheet } from '../table-moves/index.ts'
import { CompChoices } from './comp-choices.tsx'
import { PriceButton } from './price-button.tsx'
import type { LineLook, SlipLine } from './slip-rounds.ts'
import { VOID_REASONS } from './void-reasons.ts'
import { WeighButton } from './weigh-button.tsx'

interface LineSheetProps {
  /** Whose bill it stands on. */
  readonly order: OrderId
  readonly line: SlipLine
  /** Why the server did not take it, as a sentence; null for a line that counts. */
  readonly refusal: string | null
  readonly onVoid: (units: readonly number[], reason: string) => void
  readonly onComp: (units: readonly number[], reason: string) => void
  readonly onWithdrawComp: (of: FactId) => void
  readonly onServe: (units: readonly number[]) => void
  /** Whether this person may say the price that is still to be set. */
  readonly mayPrice: boolean
  readonly onPrice: (price: LinePrice) => void
  readonly onWeight: (weight: Quantity) => void
  readonly onFire: () => void
  readonly onRush: () => void
  readonly onClose: () => void
}

const COOKING: ReadonlySet<LineLook> = new Set(['saved', 'sent', 'received', 'cooking'])

/** What can be done with a line that was sent. */
export function LineSheet(props: LineSheetProps) {
  const { line, refusal, onVoid, onServe, onFire, onRush, onClose } = props
  const { t } = useTranslation()
  const { name } = useWords()
  const can = useCan()
  const [count, setCount] = useState(line.units.length)
  const [moving, setMoving] = useState(false)
  const units = line.units.slice(-count)
  // What did not get through still counts on this terminal's bill: it can be voided, and nothing else.
  const lost = line.look === 'refused' && line.state !== null
  const gone = line.look === 'voided' || (line.look === 'refused' && !lost)
  // A dish of a set meal is voided and given away with the set.
  const inSet = line.line.parent !== undefined
  if (moving) return <MovesSheet order={props.order} start="dishes" line={line.line.id} onClose={onClose} />
  return (
    <Sheet title={name(line.line.names)} closeLabel={t('sheet.close')} onClose={onClose} testId={TEST_IDS.lineSheet}>
      <div className="flex flex-col gap-4">
        {refusal === null ? null : <Notice tone="late">{refusal}</Notice>}
        {line.units.length > 1 && !gone ? (
          <div className="flex items-center justify-between" data-testid={TEST_IDS.voidUnits}>
            <span>{t('order.howMany')}</span>
            <Stepper
              value={count}
              lessLabel={t('order.fewer')}
              moreLabel={t('order.moreUnits')}
              onLess={() => setCount(Math.max(1, count - 1))}
              onMore={() => setCount(Math.min(line.units.length, count + 1))}
            />
          </div>
        ) : null}
        {gone || lost ? null : <WeighButton line={line} onWeight={props.onWeight} />}
        {gone || lost ? null : <PriceButton line={line} mayPrice={props.mayPrice} onPrice={props.onPrice} />}
        {line.look === 'held' ? (
          <Button
            size="large"
            look="primary"
            data-testid={TEST_IDS.fireLine}
            disabled={!can('fact.fired')}
            onClick={onFire}
          >
            <Flame aria-hidden size={20} />
            {t('order.fireNow')}
          </Button>
        ) : null}
        {gone || lost || line.look === 'served' || line.look === 'held' ? null : (
          <Button
            size="large"
            data-testid={TEST_IDS.serveLine}
            disabled={!can('fact.served')}
            onClick={() => onServe(units)}
          >
            <Check aria-hidden size={20} />
            {t('order.markServed', { count })}
          </Button>
        )}
        {COOKING.has(line.look) && !line.rushed ? (
          <Button size="large" data-testid={TEST_IDS.rushLine} disabled={!can('fact.rushed')} onClick={onRush}>
            <AlarmClock aria-hidden size={20} />
            {t('order.rush')}
          </Button>
        ) : null}
        {gone || lost || inSet || line.movedTo !== null ? null : (
          <Button
            size="large"
            data-testid={TEST_IDS.moveLine}
            disabled={!can('fact.linesMoved')}
            onClick={() => setMoving(true)}
          >
            <Utensils aria-hidden size={20} />
            {t('moves.dishes')}
          </Button>
        )}
        {inSet && !gone ? <p className="text-ink-2">{t('order.ofSet')}</p> : null}
        {gone || lost || inSet ? null : (
          <CompChoices line={line} onComp={(reason) => props.onComp(units, reason)} onWithdraw={props.onWithdrawComp} />
        )}
        {gone || inSet ? null : (
          <VoidReasons allowed={can('fact.voided')} onReason={(reason) => onVoid(units, reason)} />
        )}
      </div>
    </Sheet>
  )
}

/** A reason is one tap; it can be taken back for some seconds. */
function VoidReasons({
  allowed,
  onReason,
}: {
  readonly allowed: boolean
  readonly onReason: (reason: string) => void
}) {
  const { t } = useTranslation()
  const { name } = useWords()
  const { branch } = usePerson()
  const own = (settingsOf(branch).reasons ?? [])
    .filter(({ use }) => use === 'void')
    .map(({ id, names }) => ({ id, text: name(names) }))
  const reasons = own.length > 0 ? own : VOID_REASONS.map((id) => ({ id, text: t(`voidReason.${id}`) }))
  return (
    <section className="flex flex-col gap-2">
      <h3 className="flex items-center gap-2 font-bold">
        <Trash2 aria-hidden size={20} />
        {t(allowed ? 'order.voidWhy' : 'order.voidNotAllowed')}
      </h3>
      <div className="grid grid-cols-2 gap-2">
        {reasons.map(({ id, text }) => (
          <Button
            key={id}
            look="danger"
            size="large"
            disabled={!allowed}
            data-testid={TEST_IDS.voidReason}
            data-reason={id}
            onClick={() => onReason(text)}
          >
            {text}
          </Button>
        ))}
      </div>
    </section>
  )
}
