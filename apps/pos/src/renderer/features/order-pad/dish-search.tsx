import type { KeyboardEvent } from 'react'
import { Heart } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Toggle } from '../../ui/toggle.tsx'

export interface DishSearchProps {
  readonly query: string
  readonly onQuery: (query: string) => void
  /** Enter: the first that was found. */
  readonly onFirst: () => void
  /** The arrow down: on into what was found. */
  readonly onInto: () => void
  readonly marking: boolean
  readonly onMarking: (marking: boolean) => void
  /** Opened by hand, to type at once. */
  readonly autoFocus?: boolean
}

/** The field to search in, and the key that turns taps into marks of favourites. A whole order can be typed without leaving the field. */
export function DishSearch(props: DishSearchProps) {
  const { query, onQuery, onFirst, onInto, marking, onMarking, autoFocus = false } = props
  const { t } = useTranslation()

  function onKey(event: KeyboardEvent<HTMLInputElement>): void {
    // Enter that ends a word of an input method is not for us.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      onFirst()
      event.currentTarget.select()
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      onInto()
    }
  }

  return (
    <div className="flex w-full min-w-0 gap-2">
      <SearchField
        ref={(field) => {
          if (autoFocus) field?.focus()
        }}
        data-testid={TEST_IDS.search}
        label={t('order.search')}
        query={query}
        onQuery={onQuery}
        onKeyDown={onKey}
      />
      <Toggle on={marking} label={t('order.markFavourites')} testId={TEST_IDS.markFavourites} onToggle={onMarking}>
        <Heart aria-hidden size={20} />
      </Toggle>
    </div>
  )
}
