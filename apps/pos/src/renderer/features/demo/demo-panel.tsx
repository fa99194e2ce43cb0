import { useTranslation } from 'react-i18next'
import { DeleteDemo } from '../leaving/index.ts'
import { CutSwitch } from './cut-switch.tsx'
import { DemoCard } from './demo-card.tsx'
import { EveningSwitch } from './evening-switch.tsx'

/** What the demo restaurant can show: a full evening, and a terminal that is cut off and heals. */
export function DemoPanel() {
  const { t } = useTranslation()
  return (
    <section aria-label={t('demo.title')} className="grid grid-cols-1 gap-3 phone:grid-cols-2">
      <h1 className="sr-only">{t('demo.title')}</h1>
      <EveningSwitch />
      <CutSwitch />
      <div className="phone:col-span-2">
        <DemoCard title={t('demo.watchTitle')}>
          <ol className="flex list-inside list-decimal flex-col gap-2 text-sm">
            <li>{t('demo.watchFill')}</li>
            <li>{t('demo.watchCut')}</li>
            <li>{t('demo.watchSend')}</li>
            <li>{t('demo.watchHeal')}</li>
          </ol>
        </DemoCard>
      </div>
      <div className="phone:col-span-2">
        <DeleteDemo />
      </div>
    </section>
  )
}
