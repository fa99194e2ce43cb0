import { useTranslation } from 'react-i18next'
import { Sheet } from '../../ui/sheet.tsx'
import { DemoPanel } from './demo-panel.tsx'

/** What the demo can show, over whatever screen is open. */
export function DemoSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Sheet wide title={t('demo.title')} closeLabel={t('demo.close')} onClose={onClose}>
      <DemoPanel />
    </Sheet>
  )
}
