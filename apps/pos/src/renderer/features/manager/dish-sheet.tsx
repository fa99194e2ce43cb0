import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkSetMeal, dishSchema, parsePrice, priceText, type Category } from '@orderez/core/menu'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson, useWords } from '../../state/index.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { EditSheetFoot } from '../document-edits/index.ts'
import { PictureField } from '../pictures/index.ts'
import { DishAvailability } from './dish-availability.tsx'
import { DishChoices } from './dish-choices.tsx'
import { DishExtras } from './dish-extras.tsx'
import { DishTexts } from './dish-texts.tsx'
import { menuProblemKeyOf } from './menu-problem-keys.ts'
import { problemKeyOf } from './problem-keys.ts'
import { SetMealFields } from './set-meal-fields.tsx'
import { useMenuEdits, type DishFields } from '../menu-edits/index.ts'

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
  const { name } = useWords()
  const { saveDish } = useMenuEdits()
  const isNew = !('version' in dish)
  const dishes = useLive(useTerminal().queries.documents('dish')) ?? []
  const [opened] = useState<DishFields>(dish)
  const [draft, setDraft] = useState<DishFields>(dish)
  const [priceTyped, setPriceTyped] = useState(() => (isNew ? '' : priceText(dish.price, branch.currency)))
  const [typing, setTyping] = useState<ReadonlySet<string>>(new Set())
  const change = (next: Partial<DishFields>) => setDraft((last) => ({ ...last, ...next }))
  const price = parsePrice(priceTyped, branch.currency)
  const next = { ...draft, price: price.ok && !draft.marketPrice ? price.value : 0 }
  const isValid = fieldsSchema.safeParse(withoutVersion(next)).success
  const isNamed = draft.names.zh.trim() !== '' || draft.names.en.trim() !== ''
  function problem(): string | null {
    if (!isNamed) return t('manager.needsName')
    if (!price.ok && !draft.marketPrice) return t(problemKeyOf(price.code))
    const meal = checkSetMeal(draft.id, draft.setMeal ?? [], new Map(dishes.map((each) => [each.id, each])))
    if (!meal.ok) return t(menuProblemKeyOf(meal.code))
    if (typing.size > 0) return t('menuEdits.priceMalformed')
    return isValid ? null : t('manager.notValid')
  }
  const why = problem()
  async function save(fields: DishFields): Promise<void> {
    if (await saveDish(fields, opened)) onClose()
  }
  return (
    <Sheet
      title={isNew ? t('manager.addDish') : t('manager.dish')}
      closeLabel={t('manager.cancel')}
      onClose={onClose}
      wide
    >
      <div className="flex flex-col gap-4">
        <DishTexts
          draft={draft}
          priceTyped={priceTyped}
          priceProblem={price.ok || priceTyped === '' ? null : t(problemKeyOf(price.code))}
          onPrice={setPriceTyped}
          onChange={change}
        />
        <PictureField
          picture={draft.picture ?? null}
          name={name(draft.names)}
          onPicture={(picture) => change({ picture })}
        />
        <DishChoices draft={draft} categories={categories} onChange={change} />
        <DishExtras draft={draft} onChange={change} />
        <SetMealFields
          draft={draft}
          onChange={change}
          onTyping={(place, isWrong) =>
            setTyping((last) => new Set([...last].filter((each) => each !== place).concat(isWrong ? place : [])))
          }
        />
        <DishAvailability draft={draft} onChange={change} />
        <EditSheetFoot
          problem={why}
          onSave={() => void save(next)}
          removal={isNew ? null : { problem: null, onRemove: () => void save({ ...dish, deleted: true }) }}
        />
      </div>
    </Sheet>
  )
}

/** A dish from the menu brings its version along; the editor's fields have none. */
function withoutVersion(fields: DishFields & { readonly version?: unknown }): DishFields {
  const { version: _version, ...rest } = fields
  return rest
}
