import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Category } from '@orderez/core/menu'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useMenuEdits } from '../menu-edits/index.ts'

interface CategoryHeadProps {
  readonly category: Category
  readonly sorted: readonly Category[]
  readonly onEdit: () => void
  /** Null while there is no tax that a dish could bear. */
  readonly onAddDish: (() => void) | null
}

/** Which category is shown, its place among the others, and what can be done with it. */
export function CategoryHead({ category, sorted, onEdit, onAddDish }: CategoryHeadProps) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <h1 className="w-full text-xl font-bold phone:w-auto phone:flex-1">{words.name(category.names)}</h1>
      <CategoryOrder category={category} sorted={sorted} />
      <Button onClick={onEdit}>{t('manager.editCategory')}</Button>
      <Button
        look="primary"
        data-testid={TEST_IDS.managerAddDish}
        disabled={onAddDish === null}
        hint={onAddDish === null ? t('manager.noTax') : undefined}
        onClick={() => onAddDish?.()}
      >
        <Plus aria-hidden size={20} />
        {t('manager.addDish')}
      </Button>
    </div>
  )
}

function CategoryOrder({ category, sorted }: Pick<CategoryHeadProps, 'category' | 'sorted'>) {
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
