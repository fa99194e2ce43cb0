import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTerminal } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useDrawerEdit } from './use-drawer-edit.ts'

const NAME_MAX = 40

export function AddDrawer({ sort, onDone }: { readonly sort: number; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { ids } = useTerminal()
  const edit = useDrawerEdit()
  const [name, setName] = useState('')
  async function add(): Promise<void> {
    if (await edit({ id: ids.next('drawer'), kind: 'drawer', v: 1, name: name.trim(), sort })) onDone()
  }
  return (
    <Sheet title={t('drawer.add')} closeLabel={t('sheet.close')} onClose={onDone}>
      <div className="flex flex-col gap-4">
        <TextField label={t('drawer.name')} max={NAME_MAX} value={name} onText={setName} />
        <Button
          look="primary"
          size="large"
          data-testid={TEST_IDS.drawerConfirm}
          disabled={name.trim() === ''}
          onClick={() => void add()}
        >
          {t('drawer.add')}
        </Button>
      </div>
    </Sheet>
  )
}
