import { Armchair, Circle, RectangleHorizontal, Square, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TableForm } from '@orderez/core/floor'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'

const FORMS = [
  { form: 'square', word: 'floorEditor.square', Icon: Square },
  { form: 'round', word: 'floorEditor.round', Icon: Circle },
  { form: 'rectangle', word: 'floorEditor.rectangle', Icon: RectangleHorizontal },
  { form: 'barSeat', word: 'floorEditor.barSeat', Icon: Armchair },
] as const satisfies readonly { readonly form: TableForm; readonly word: string; readonly Icon: LucideIcon }[]

/** The forms of tables; a tap adds one at the first free place. */
export function TablePalette({ onAdd }: { readonly onAdd: (form: TableForm) => void }) {
  const { t } = useTranslation()
  return (
    <div
      role="group"
      aria-label={t('floorEditor.add')}
      className="grid w-full grid-cols-2 gap-2 phone:flex phone:w-auto"
    >
      <span aria-hidden className="hidden items-center pr-2 text-sm text-ink-2 phone:inline-flex">
        {t('floorEditor.add')}
      </span>
      {FORMS.map(({ form, word, Icon }) => (
        <Button key={form} data-testid={TEST_IDS.floorAdd} data-form={form} onClick={() => onAdd(form)}>
          <Icon aria-hidden size={20} />
          {t(word)}
        </Button>
      ))}
    </div>
  )
}
