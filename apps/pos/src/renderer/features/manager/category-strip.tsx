import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Category } from '@orderez/core/menu'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'

interface CategoryStripProps {
  readonly sorted: readonly Category[]
  readonly chosen: Category['id'] | null
  readonly onChoose: (id: Category['id']) => void
  readonly onAdd: () => void
}

/** All categories in the menu's order, those off the shelf too, and a key for another. */
export function CategoryStrip({ sorted, chosen, onChoose, onAdd }: CategoryStripProps) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <div className="strip-on-phone">
      {sorted.map((each) => (
        <Button
          key={each.id}
          data-testid={TEST_IDS.managerCategory}
          look={each.id === chosen ? 'chosen' : 'plain'}
          hint={each.status === 'offShelf' ? t('manager.offShelf') : undefined}
          onClick={() => onChoose(each.id)}
        >
          {words.name(each.names)}
        </Button>
      ))}
      <Button onClick={onAdd}>
        <Plus aria-hidden size={20} />
        {t('manager.addCategory')}
      </Button>
    </div>
  )
}
