import type { ReactNode } from 'react'
import { Flame, Heart } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Menu } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { ListKey } from './list-key.tsx'
import type { DishList } from './use-dish-list.ts'

export interface DishCategoriesProps {
  readonly menu: Menu
  readonly list: DishList
  readonly hasFavourites: boolean
  /** Stands before the categories and does not scroll with them. */
  readonly before?: ReactNode
}

/** Whole, where it was cut off or never in sight. */
function showKey(key: HTMLElement | null): void {
  key?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
}

/** Categories in their fixed places, after the lists across them. */
export function DishCategories({ menu, list, hasFavourites, before }: DishCategoriesProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const isOpen = (id: DishList['category']) => id === list.category && list.shown === 'category'
  return (
    <div className="order-categories">
      {before}
      <nav aria-label={t('order.categories')} className="order-category-keys flex gap-2 overflow-auto">
        <ListKey
          testId={TEST_IDS.favourites}
          isShown={list.shown === 'favourites'}
          isEmpty={!hasFavourites}
          onShow={() => list.show('favourites')}
        >
          <Heart aria-hidden size={18} />
          {t('order.favourites')}
        </ListKey>
        <ListKey
          testId={TEST_IDS.popular}
          isShown={list.shown === 'popular'}
          isEmpty={!list.hasPopular}
          onShow={() => list.show('popular')}
        >
          <Flame aria-hidden size={18} />
          {t('order.popular')}
        </ListKey>
        {menu.categories.map((each) => (
          <button
            key={each.id}
            type="button"
            data-testid={TEST_IDS.category}
            ref={isOpen(each.id) ? showKey : undefined}
            aria-pressed={isOpen(each.id)}
            onClick={() => list.showCategory(each.id)}
            className={classNames(
              'press min-h-(--touch-line) shrink-0 rounded-md px-4 text-center',
              isOpen(each.id) ? 'bg-ink font-bold text-surface' : 'text-ink-2',
            )}
          >
            {name(each.names)}
          </button>
        ))}
      </nav>
    </div>
  )
}
