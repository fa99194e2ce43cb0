import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkLabel, type Table } from '@orderez/core/floor'
import { ok } from '@orderez/core/kernel'
import { TEST_IDS } from '../../test-ids.ts'
import { TextField } from '../../ui/text-field.tsx'
import { refusalKeyOf } from './refusal-keys.ts'
import type { FloorEditor } from './use-floor-editor.ts'

const MAX_LABEL = 12

interface LabelFieldProps {
  readonly table: Table
  readonly editor: FloorEditor
}

/** What people call the table; written when the field is left, and only what nobody else is called. */
export function LabelField({ table, editor }: LabelFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(table.label)
  const checked = checkLabel(table, typed, editor.view.all)
  function leave(): void {
    if (checked.ok && checked.value !== table.label) editor.change(table, ok({ ...table, label: checked.value }))
  }
  return (
    <TextField
      label={t('floorEditor.label')}
      max={MAX_LABEL}
      data-testid={TEST_IDS.floorLabel}
      error={checked.ok ? undefined : t(refusalKeyOf(checked.code))}
      value={typed}
      onText={setTyped}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
      }}
    />
  )
}
