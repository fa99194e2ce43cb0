import { Check, CheckCheck, ConciergeBell, Flame, Pause, Send, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ExpoLine, ExpoStation } from '@orderez/core/kitchen'
import type { UnitRef } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Chip, type ChipTone } from '../../ui/chip.tsx'
import { classNames } from '../../ui/class-names.ts'
import { LineSigns } from './line-signs.tsx'

const LOOKS = {
  held: { tone: 'idle', icon: Pause, word: 'line.held' },
  sent: { tone: 'text', icon: Send, word: 'line.sent' },
  received: { tone: 'outline', icon: Check, word: 'line.received' },
  started: { tone: 'sent', icon: Flame, word: 'line.cooking' },
  ready: { tone: 'ready', icon: ConciergeBell, word: 'line.ready' },
} as const satisfies {
  readonly [S in ExpoStation['stage']]: { readonly tone: ChipTone; readonly icon: LucideIcon; readonly word: string }
}

interface ExpoLineRowProps {
  readonly line: ExpoLine
  readonly onServed: (units: readonly UnitRef[]) => void
}

/** A line at the pass: how it stands at each of its stations, and a key that takes what is ready to the guest. */
export function ExpoLineRow({ line, onServed }: ExpoLineRowProps) {
  const { t } = useTranslation()
  const { name, said } = useWords()
  const details = [...line.options.map((option) => name(option.names)), ...(line.note === '' ? [] : [said(line.note)])]
  return (
    <li
      data-testid={TEST_IDS.expoLine}
      data-line={line.line}
      data-ready={line.ready.length}
      data-waiting={line.waiting.length}
      className={classNames(
        'flex items-stretch gap-2 border-b border-line p-2',
        line.rushed && 'bg-late-soft',
        line.firedAt === null && 'text-ink-3',
      )}
    >
      <span className="text-kds-line font-bold">{line.waiting.length}</span>
      <span className="min-w-0 flex-1">
        <span className="block text-kds-opt font-bold">{name(line.names)}</span>
        {details.length > 0 ? (
          <span className="block text-kds-sub text-on-wait-soft">{details.join(' · ')}</span>
        ) : null}
        <span className="flex flex-wrap items-center gap-1">
          <LineSigns line={line} />
          {line.stations.map((at) => (
            <StationChip key={`${at.station} ${at.stage}`} at={at} />
          ))}
        </span>
      </span>
      {line.ready.length > 0 ? (
        <button
          type="button"
          data-testid={TEST_IDS.expoServeLine}
          aria-label={t('kitchen.serveLine', { dish: name(line.names) })}
          onClick={() => onServed([{ line: line.line, units: [...line.ready] }])}
          className="press flex min-h-(--touch-key) min-w-(--touch-key) shrink-0 items-center justify-center gap-1 rounded-md border border-ready bg-ready text-kds-opt font-bold text-on-ready"
        >
          <CheckCheck aria-hidden size={22} />
          {line.ready.length}
        </button>
      ) : null}
    </li>
  )
}

function StationChip({ at }: { readonly at: ExpoStation }) {
  const { t } = useTranslation()
  const { name } = useWords()
  const { queries } = useTerminal()
  const records = useLive(queries.branch)
  const station = records?.stations.find((each) => each.id === at.station)
  const { tone, icon: Icon, word } = LOOKS[at.stage]
  return (
    <Chip tone={tone} icon={<Icon aria-hidden size={16} />} data-stage={at.stage}>
      {[...(station ? [name(station.names)] : []), t(word), at.units].join(' ')}
    </Chip>
  )
}
