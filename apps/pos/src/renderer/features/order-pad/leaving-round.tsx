import { Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { unsentAmount } from '@orderez/core/carts'
import { unitCount } from '@orderez/core/kernel'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Chip } from '../../ui/chip.tsx'
import { classNames } from '../../ui/class-names.ts'
import type { UnsentLine } from './cart-lines.ts'

/** The round that has just been sent and can still be taken back: a stub like the others, and it says so. */
export function LeavingRound({ lines }: { readonly lines: readonly UnsentLine[] }) {
  const { t } = useTranslation()
  const { name, money } = useWords()
  if (lines.length === 0) return null
  return (
    <section data-testid={TEST_IDS.leavingRound} className="perforated pb-2">
      <h2 className="flex items-center gap-2 px-4 py-2 text-sm font-bold">{t('order.leavingRound')}</h2>
      <ul>
        {lines.map(({ line, quantity }) => (
          <li
            key={line.id}
            className={classNames(
              'flex items-center gap-3 px-4',
              line.parent === undefined ? 'min-h-(--touch-line)' : 'pl-10 text-sm',
            )}
          >
            <span className="min-w-6 font-bold">{unitCount(quantity, line.unit)}</span>
            <span className="flex-1">
              {name(line.names)}
              {line.options.length > 0 ? (
                <span className="block text-sm text-ink-2">
                  {line.options.map((option) => name(option.names)).join(' · ')}
                </span>
              ) : null}
            </span>
            <Chip tone="brand" icon={<Send aria-hidden size={16} />}>
              {t('line.leaving')}
            </Chip>
            <span className="min-w-16 text-right text-ink-2">
              {line.parent !== undefined && unsentAmount({ line, quantity }) === 0
                ? null
                : money(unsentAmount({ line, quantity }))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
