import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cutText } from '@orderez/core/kernel'
import { dishSchema, parsePrice, priceText, type Category } from '@orderez/core/menu'
import { usePerson } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { DishAvailability } from './dish-availability.tsx'
import { DishChoices } from './dish-choices.tsx'
import { problemKeyOf } from './problem-keys.ts'
import { useMenuEdits, type DishFields } from './use-menu-edits.ts'

const MAX_NAME = 120
const MAX_AMOUNT = 20
const fieldsSchema = dishSchema.omit({ version: true })

interface DishSheetProps {
  readonly dish: DishFields
  readonly categories: readonly Category[]
  readonly onClose: () => void
}

/** All of a dish. Nothing is written before Save, and then only what its schema allows. */
export function DishSheet({ dish, categories, onClose }: DishSheetProps) {
  const { t } = useTranslation()
  const { branch } = usePerson()
  const { saveDish } = useMenuEdits()
  const [draft, setDraft] = useState<DishFields>(dish)
  const [priceTyped, setPriceTyped] = useState(() => priceText(dish.price, branch.currency))
  const change = (next: Partial<DishFields>) => setDraft({ ...draft, ...next })
  const price = parsePrice(priceTyped, branch.currency)
  const isNamed = draft.names.zh.trim() !== '' || draft.names.en.trim() !== ''
  const problem = isNamed ? (price.ok ? null : t(problemKeyOf(price.code))) : t('manager.needsName')
  async function save(): Promise<void> {
    if (!price.ok) return
    const next = { ...draft, price: draft.marketPrice ? 0 : price.value }
    const isValid = fieldsSchema.safeParse(withoutVersion(next)).success
    if (isValid && (await saveDish(next))) onClose()
  }
  return (
    <Sheet title={t('manager.dish')} closeLabel={t('manager.cancel')} onClose={onClose} wide>
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 phone:grid-cols-2">
          <TextField
            label={t('manager.nameZh')}
            max={MAX_NAME}
            value={draft.names.zh}
            onText={(zh) => change({ names: { ...draft.names, zh } })}
          />
          <TextField
            label={t('manager.nameEn')}
            max={MAX_NAME}
            value={draft.names.en}
            onText={(en) => change({ names: { ...draft.names, en } })}
          />
          <TextField
            label={t('manager.number')}
            max={16}
            value={draft.number}
            onText={(text) => change({ number: text.toUpperCase().replaceAll(/[^A-Z0-9-]/g, '') })}
          />
          <TextField
            label={t('manager.initials')}
            max={60}
            value={draft.initials}
            onText={(text) => change({ initials: text.toLowerCase().replaceAll(/[^a-z0-9]/g, '') })}
          />
          <TextField
            label={t('manager.price')}
            max={MAX_AMOUNT}
            inputMode="decimal"
            data-testid={TEST_IDS.managerPrice}
            aria-invalid={!price.ok}
            disabled={draft.marketPrice}
            value={priceTyped}
            onText={setPriceTyped}
          />
          <TextField
            label={t('manager.minutes')}
            max={3}
            inputMode="numeric"
            value={(draft.minutes ?? null) === null ? '' : String(draft.minutes)}
            onText={(text) => change({ minutes: minutesOf(text) })}
          />
        </div>
        <DishChoices draft={draft} categories={categories} onChange={change} />
        <DishAvailability draft={draft} onChange={change} />
        <div className="flex gap-2">
          <Button
            look="danger"
            onClick={() => void saveDish({ ...dish, deleted: true }).then((isSaved) => isSaved && onClose())}
          >
            {t('manager.delete')}
          </Button>
          <span className="flex-1" />
          <Button
            look="primary"
            data-testid={TEST_IDS.managerSave}
            disabled={problem !== null}
            hint={problem ?? undefined}
            onClick={() => void save()}
          >
            {t('manager.save')}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}

function minutesOf(text: string): number | null {
  const digits = cutText(text.replaceAll(/\D/g, ''), 3)
  return digits === '' ? null : Math.min(600, Number(digits))
}

/** A dish from the menu brings its version along; the editor's fields have none. */
function withoutVersion(fields: DishFields & { readonly version?: unknown }): DishFields {
  const { version: _version, ...rest } = fields
  return rest
}
