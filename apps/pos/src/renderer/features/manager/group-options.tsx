import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { movedPreset } from '@orderez/core/branch'
import type { OptionGroup } from '@orderez/core/menu'
import { useTerminal } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { OptionCard } from './option-card.tsx'

const MOST = 40

type Options = OptionGroup['options']

interface GroupOptionsProps {
  /** As they are stored: what was never saved goes when it is removed, what may have been sold is marked. */
  readonly stored: Options
  readonly options: Options
  readonly onOptions: (options: Options) => void
  /** Whether what is typed as an option's price is no amount. */
  readonly onTyping: (option: string, isWrong: boolean) => void
}

/** The options of a group in their order. */
export function GroupOptions({ stored, options, onOptions, onTyping }: GroupOptionsProps) {
  const { t } = useTranslation()
  const { ids } = useTerminal()
  const shown = options.filter((option) => !option.deleted)

  function without(id: string): Options {
    const isStored = stored.some((option) => option.id === id)
    const kept = options.filter((option) => isStored || option.id !== id)
    return kept.map((option) => (option.id === id ? { ...option, deleted: true } : option))
  }
  return (
    <>
      <h3 className="text-lg font-bold">{t('menuEdits.options')}</h3>
      <ul className="flex flex-col gap-2">
        {shown.map((option, index) => (
          <OptionCard
            key={option.id}
            option={option}
            isFirst={index === 0}
            isLast={index === shown.length - 1}
            onChange={(next) => onOptions(options.map((each) => (each.id === next.id ? next : each)))}
            onTyping={(isWrong) => onTyping(option.id, isWrong)}
            onMove={(by) => onOptions([...movedPreset(options, option.id, by)])}
            onRemove={() => onOptions(without(option.id))}
          />
        ))}
      </ul>
      <Button
        className="self-start"
        data-testid={TEST_IDS.addOption}
        disabled={options.length >= MOST}
        onClick={() => onOptions([...options, { id: ids.next('option'), names: { zh: '', en: '' }, price: 0 }])}
      >
        <Plus aria-hidden size={20} />
        {t('menuEdits.addOption')}
      </Button>
    </>
  )
}
