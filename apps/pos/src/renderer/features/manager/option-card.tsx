import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OptionGroup } from '@orderez/core/menu'
import { IconButton } from '../../ui/icon-button.tsx'
import { Switch } from '../../ui/switch.tsx'
import { NamesFields } from '../document-edits/index.ts'
import { DifferenceField } from './difference-field.tsx'

type Option = OptionGroup['options'][number]

interface OptionCardProps {
  readonly option: Option
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (option: Option) => void
  /** Whether what is typed as its price is no amount. */
  readonly onTyping: (isWrong: boolean) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

/** One option of a group: its names, what it adds to the price, and whether it is chosen beforehand. */
export function OptionCard(props: OptionCardProps) {
  const { option, isFirst, isLast, onChange, onTyping, onMove, onRemove } = props
  const { t } = useTranslation()
  return (
    <li className="flex flex-col gap-3 rounded-md border border-line p-3">
      <NamesFields names={option.names} onNames={(names) => onChange({ ...option, names })} />
      <div className="flex flex-wrap items-end gap-2">
        <DifferenceField
          label={t('menuEdits.difference')}
          amount={option.price}
          onAmount={(price) => onChange({ ...option, price })}
          onTyping={onTyping}
        />
        <span className="flex-1" />
        <IconButton label={t('manager.earlier')} disabled={isFirst} onClick={() => onMove(-1)}>
          <ArrowUp aria-hidden size={20} />
        </IconButton>
        <IconButton label={t('manager.later')} disabled={isLast} onClick={() => onMove(1)}>
          <ArrowDown aria-hidden size={20} />
        </IconButton>
        <IconButton label={t('manager.delete')} onClick={onRemove}>
          <Trash2 aria-hidden size={20} />
        </IconButton>
      </div>
      <div className="grid gap-x-6 phone:grid-cols-2">
        <Switch
          label={t('menuEdits.default')}
          on={option.default === true}
          onSwitch={(isDefault) => onChange({ ...option, default: isDefault })}
        />
        <Switch
          label={t('manager.soldOut')}
          on={option.soldOut === true}
          onSwitch={(soldOut) => onChange({ ...option, soldOut })}
        />
      </div>
    </li>
  )
}
