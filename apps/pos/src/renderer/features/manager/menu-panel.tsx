import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { indexDishes, matchDish, newCategory, newDish, type Category, type Dish } from '@orderez/core/menu'
import { useLive, useTerminal } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { SearchField } from '../../ui/search-field.tsx'
import type { DishFields } from '../menu-edits/index.ts'
import { CategoryHead } from './category-head.tsx'
import { CategorySheet } from './category-sheet.tsx'
import { CategoryStrip } from './category-strip.tsx'
import { DishRow } from './dish-row.tsx'
import { DishSheet } from './dish-sheet.tsx'

/** Categories and the dishes of one of them, those off the shelf too; or what a search finds in all of them. */
export function MenuPanel() {
  const { t } = useTranslation()
  const { queries, ids } = useTerminal()
  const categories = useLive(queries.documents('category'))
  const dishes = useLive(queries.documents('dish'))
  const taxes = useLive(queries.documents('tax'))
  const [chosen, setChosen] = useState<Category['id'] | null>(null)
  const [query, setQuery] = useState('')
  const [dish, setDish] = useState<DishFields | null>(null)
  const [editing, setEditing] = useState<Category | null>(null)
  const found = useFoundDishes(dishes, query)
  if (!categories || !dishes || !taxes) return <p className="p-4 text-ink-2">{t('boot.opening')}</p>
  const sorted = categories.toSorted(bySort)
  const category = found ? undefined : (sorted.find(({ id }) => id === chosen) ?? sorted[0])
  const shown = found ?? dishes.filter((each) => each.category === category?.id).toSorted(bySort)
  const tax = shown[0]?.tax ?? taxes[0]?.id
  return (
    <section className="flex flex-col gap-4">
      <SearchField label={t('order.search')} query={query} onQuery={setQuery} data-testid={TEST_IDS.search} />
      <CategoryStrip
        sorted={sorted}
        chosen={category?.id ?? null}
        onChoose={(id) => {
          setQuery('')
          setChosen(id)
        }}
        onAdd={() => setEditing(newCategory(ids, sorted))}
      />
      {category ? (
        <CategoryHead
          category={category}
          sorted={sorted}
          onEdit={() => setEditing(category)}
          onAddDish={tax === undefined ? null : () => setDish(newDish(ids, category, tax, shown))}
        />
      ) : null}
      {shown.length === 0 ? <p className="text-ink-2">{t(found ? 'order.noDish' : 'manager.noDishes')}</p> : null}
      <ul className="flex flex-col gap-2">
        {shown.map((each) => (
          <DishRow key={each.id} dish={each} onEdit={() => setDish(each)} />
        ))}
      </ul>
      {dish ? <DishSheet key={dish.id} dish={dish} categories={sorted} onClose={() => setDish(null)} /> : null}
      {editing ? (
        <CategorySheet
          category={editing}
          isEmpty={dishes.every((each) => each.category !== editing.id)}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </section>
  )
}

/** As the waiters search: by name, pinyin initials or number. Null while nothing is asked. */
function useFoundDishes(dishes: readonly Dish[] | null | undefined, query: string): readonly Dish[] | null {
  const index = useMemo(() => indexDishes(dishes ?? []), [dishes])
  return query.trim() === '' ? null : matchDish(index, query)
}

function bySort(a: Category | Dish, b: Category | Dish): number {
  return a.sort - b.sort || (a.id < b.id ? -1 : 1)
}
