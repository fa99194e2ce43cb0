import { useTranslation } from 'react-i18next'
import type { Station } from '@orderez/core/branch'
import { stationRouting } from '@orderez/core/kitchen'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Choice } from '../../ui/choice.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { SettingsEditor } from './use-settings.ts'

interface FallbackChoiceProps {
  /** In the order of the kitchen. */
  readonly stations: readonly Station[]
  readonly editor: SettingsEditor
}

/** K9: who cooks what no station makes. */
export function FallbackChoice({ stations, editor }: FallbackChoiceProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const { screens, fallback } = stationRouting(stations, editor.settings.fallbackStation)
  if (fallback === null) return <Notice tone="late">{t('settings.noStation')}</Notice>
  return (
    <Choice
      label={t('settings.fallback')}
      testId={TEST_IDS.fallbackStation}
      value={fallback}
      options={stations.filter(({ id }) => screens.has(id)).map(({ id, names }) => ({ value: id, label: name(names) }))}
      onChoose={(fallbackStation) => void editor.change({ fallbackStation })}
    />
  )
}
