import { useState } from 'react'
import { Armchair, Search, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { DishCategories, type DishCategoriesProps } from './dish-categories.tsx'
import { DishSearch, type DishSearchProps } from './dish-search.tsx'

interface PhoneCategoriesProps extends DishCategoriesProps {
  readonly search: DishSearchProps
  readonly asksPlace: PhoneKeysProps['asksPlace']
  readonly onPlace: () => void
}

/** The categories after two keys; while somebody searches, the field stands in their place. */
export function PhoneCategories({ search, asksPlace, onPlace, ...categories }: PhoneCategoriesProps) {
  const [isSearchOpen, setSearchOpen] = useState(false)

  function close(): void {
    search.onQuery('')
    search.onMarking(false)
    setSearchOpen(false)
  }

  if (isSearchOpen) return <PhoneSearch {...search} onClose={close} />
  const keys = <PhoneKeys asksPlace={asksPlace} onSearch={() => setSearchOpen(true)} onPlace={onPlace} />
  return <DishCategories {...categories} before={keys} />
}

interface PhoneKeysProps {
  /** Whether it is asked for whom and when the next dishes are; null where that is not asked at all. */
  readonly asksPlace: boolean | null
  readonly onSearch: () => void
  readonly onPlace: () => void
}

/** What has rows of its own on a tablet has keys before the categories of a phone. */
function PhoneKeys({ asksPlace, onSearch, onPlace }: PhoneKeysProps) {
  const { t } = useTranslation()
  return (
    <span className="flex shrink-0 gap-2 pl-2">
      <IconButton label={t('order.search')} testId={TEST_IDS.openSearch} onClick={onSearch}>
        <Search aria-hidden size={22} />
      </IconButton>
      {asksPlace === null ? null : (
        <IconButton
          label={t('order.nextDishes')}
          testId={TEST_IDS.openNextPlace}
          aria-expanded={asksPlace}
          onClick={onPlace}
        >
          <Armchair aria-hidden size={22} />
        </IconButton>
      )}
    </span>
  )
}

/** In the place of the categories, as high as they are. */
function PhoneSearch({ onClose, ...search }: DishSearchProps & { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="order-categories gap-2 px-2">
      <DishSearch {...search} autoFocus />
      <IconButton label={t('order.closeSearch')} testId={TEST_IDS.closeSearch} onClick={onClose}>
        <X aria-hidden size={22} />
      </IconButton>
    </div>
  )
}
