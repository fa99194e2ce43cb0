import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { tenderSchema, type Tender } from '@orderez/core/orders'
import { TEST_IDS } from '../../test-ids.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Switch } from '../../ui/switch.tsx'
import type { SettingsEditor } from './use-settings.ts'

/** The ways of paying in the order in which a till shows them; those that it does not take come last. */
export function TenderOrder({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTranslation()
  const { tenders } = editor.settings
  const others = tenderSchema.options.filter((tender) => !tenders.includes(tender))

  /** From the settings as they are by then: two quick taps are two steps. */
  function move(tender: Tender, by: 1 | -1): void {
    void editor.change(({ tenders: now }) => {
      const at = now.indexOf(tender)
      return { tenders: now.toSpliced(at, 1).toSpliced(Math.max(0, at + by), 0, tender) }
    })
  }

  function take(tender: Tender, on: boolean): void {
    void editor.change(({ tenders: now }) => ({
      tenders: on ? [...now, tender] : now.filter((each) => each !== tender),
    }))
  }

  return (
    <ul className="flex flex-col rounded-lg border border-line bg-surface px-4">
      {[...tenders, ...others].map((tender, index) => (
        <li key={tender} data-testid={TEST_IDS.tenderRow} data-tender={tender} className="flex items-center gap-2">
          <span className="min-w-0 flex-1">
            <Switch label={t(`tenderName.${tender}`)} on={index < tenders.length} onSwitch={(on) => take(tender, on)} />
          </span>
          <IconButton
            label={t('manager.earlier')}
            testId={TEST_IDS.tenderEarlier}
            disabled={index === 0 || index >= tenders.length}
            onClick={() => move(tender, -1)}
          >
            <ArrowUp aria-hidden size={20} />
          </IconButton>
          <IconButton label={t('manager.later')} disabled={index >= tenders.length - 1} onClick={() => move(tender, 1)}>
            <ArrowDown aria-hidden size={20} />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}
