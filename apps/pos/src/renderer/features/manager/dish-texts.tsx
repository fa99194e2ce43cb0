import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { TextField } from '../../ui/text-field.tsx'
import { CountField, NamesFields } from '../document-edits/index.ts'
import type { DishFields } from '../menu-edits/index.ts'

const MAX_AMOUNT = 20
const MAX_MINUTES = 600

interface DishTextsProps {
  readonly draft: DishFields
  /** As it was typed; it need not be an amount yet. */
  readonly priceTyped: string
  readonly priceProblem: string | null
  readonly onPrice: (text: string) => void
  readonly onChange: (next: Partial<DishFields>) => void
}

/** What is typed about a dish. */
export function DishTexts({ draft, priceTyped, priceProblem, onPrice, onChange }: DishTextsProps) {
  const { t } = useTranslation()
  return (
    <>
      <NamesFields names={draft.names} onNames={(names) => onChange({ names })} />
      <div className="grid gap-4 phone:grid-cols-2">
        <TextField
          label={t('manager.number')}
          max={16}
          value={draft.number}
          onText={(text) => onChange({ number: text.toUpperCase().replaceAll(/[^A-Z0-9-]/g, '') })}
        />
        <TextField
          label={t('manager.initials')}
          max={60}
          value={draft.initials}
          onText={(text) => onChange({ initials: text.toLowerCase().replaceAll(/[^a-z0-9]/g, '') })}
        />
        <TextField
          label={t('manager.price')}
          max={MAX_AMOUNT}
          inputMode="decimal"
          data-testid={TEST_IDS.managerPrice}
          error={draft.marketPrice ? undefined : (priceProblem ?? undefined)}
          disabled={draft.marketPrice}
          value={priceTyped}
          onText={onPrice}
        />
        <CountField
          label={t('manager.minutes')}
          value={draft.minutes ?? null}
          min={0}
          max={MAX_MINUTES}
          onValue={(minutes) => onChange({ minutes })}
          onEmpty={() => onChange({ minutes: null })}
        />
      </div>
    </>
  )
}
