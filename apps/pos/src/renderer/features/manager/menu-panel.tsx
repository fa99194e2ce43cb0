import { useState } from 'react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { newCategory, newDish, type Category, type Dish } from '@orderez/core/menu'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { CategorySheet } from './category-sheet.tsx'
import { DishRow } from './dish-row.tsx'
import { DishSheet } from './dish-sheet.tsx'
import { useMenuEdits, type DishFields } from '../menu-edits/index.ts'

/** Categories and the dishes of one of them, those off the shelf too. */
export function MenuPanel() {
  const { t } = useTranslation()
  const { queries, ids } = useTerminal()
  const words = useWords()
  const categories = useLive(queries.documents('category'))
  const dishes = useLive(queries.documents('dish'))
  const taxes = useLive(queries.documents('tax'))
  const [chosen, setChosen] = useState<Category['id'] | null>(null)
  const [dish, setDish] = useState<DishFields | null>(null)
  const [editing, setEditing] = useState<Category | null>(null)
  if (!categories || !dishes || !taxes) return <p className="p-4 text-ink-2">{t('boot.opening')}</p>
  const sorted = categories.toSorted(bySort)
  const category = sorted.find(({ id }) => id === chosen) ?? sorted[0]
  const shown = dishes.filter((each) => each.category === category?.id).toSorted(bySort)
  const tax = dishes.find((each) => each.category === category?.id)?.tax ?? taxes[0]?.id
  return (
    <section className="flex flex-col gap-4">
      <div className="strip-on-phone">
        {sorted.map((each) => (
          <Button
            key={each.id}
            data-testid={TEST_IDS.managerCategory}
            look={each.id === category?.id ? 'chosen' : 'plain'}
            hint={each.status === 'offShelf' ? t('manager.offShelf') : undefined}
            onClick={() => setChosen(each.id)}
          >
            {words.name(each.names)}
          </Button>
        ))}
        <Button onClick={() => setEditing(newCategory(ids, sorted))}>
          <Plus aria-hidden size={20} />
          {t('manager.addCategory')}
        </Button>
      </div>
      {category ? (
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="flex-1 text-xl font-bold">{words.name(category.names)}</h1>
          <CategoryOrder category={category} sorted={sorted} />
          <Button onClick={() => setEditing(category)}>{t('manager.editCategory')}</Button>
          <Button
            look="primary"
            data-testid={TEST_IDS.managerAddDish}
            disabled={tax === undefined}
            hint={tax === undefined ? t('manager.noTax') : undefined}
            onClick={() => tax && setDish(newDish(ids, category, tax, shown))}
          >
            <Plus aria-hidden size={20} />
            {t('manager.addDish')}
          </Button>
        </div>
      ) : null}
      {shown.length === 0 ? <p className="text-ink-2">{t('manager.noDishes')}</p> : null}
      <ul className="flex flex-col gap-2">
        {shown.map((each) => (
          <DishRow key={each.id} dish={each} onEdit={() => setDish(each)} />
        ))}
      </ul>
      {dish ? <DishSheet key={dish.id} dish={dish} categories={sorted} onClose={() => setDish(null)} /> : null}
      {editing ? (
        <CategorySheet
          category={editing}
          isEmpty={dishes.every((each: Dish) => each.category !== editing.id)}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </section>
  )
}

interface CategoryOrderProps {
  readonly category: Category
  readonly sorted: readonly Category[]
}

function CategoryOrder({ category, sorted }: CategoryOrderProps) {
  const { t } = useTranslation()
  const { saveCategory } = useMenuEdits()
  const at = sorted.indexOf(category)
  /** Places are given anew, for some may be equal; only what changed is written. */
  async function move(by: number): Promise<void> {
    const moved = sorted.toSpliced(at, 1).toSpliced(at + by, 0, category)
    for (const [place, each] of moved.entries()) {
      const sort = (place + 1) * 10
      if (each.sort !== sort && !(await saveCategory({ ...each, sort }))) return
    }
  }
  return (
    <>
      <Button disabled={at <= 0} onClick={() => void move(-1)}>
        {t('manager.earlier')}
      </Button>
      <Button disabled={at === sorted.length - 1} onClick={() => void move(1)}>
        {t('manager.later')}
      </Button>
    </>
  )
}

function bySort(a: Category | Dish, b: Category | Dish): number {
  return a.sort - b.sort || (a.id < b.id ? -1 : 1)
}
