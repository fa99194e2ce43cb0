import { useTranslation } from 'react-i18next'
import type { Names } from '@orderez/core/kernel'
import { TEST_IDS } from '../../test-ids.ts'
import { TextField } from '../../ui/text-field.tsx'

const MAX_NAME = 120

interface NamesFieldsProps {
  readonly names: Names
  readonly onNames: (names: Names) => void
}

/** A name in both languages; one of the two is enough. */
export function NamesFields({ names, onNames }: NamesFieldsProps) {
  const { t } = useTranslation()
  return (
    <div className="grid gap-4 phone:grid-cols-2">
      <TextField
        label={t('manager.nameZh')}
        max={MAX_NAME}
        data-testid={TEST_IDS.nameZh}
        value={names.zh}
        onText={(zh) => onNames({ ...names, zh })}
      />
      <TextField
        label={t('manager.nameEn')}
        max={MAX_NAME}
        data-testid={TEST_IDS.nameEn}
        value={names.en}
        onText={(en) => onNames({ ...names, en })}
      />
    </div>
  )
}
