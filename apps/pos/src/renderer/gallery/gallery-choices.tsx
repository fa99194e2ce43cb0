import { useState } from 'react'
import { Heart } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Choice } from '../ui/choice.tsx'
import { SectionNav } from '../ui/section-nav.tsx'
import { Stepper } from '../ui/stepper.tsx'
import { Switch } from '../ui/switch.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { ToggleGroup } from '../ui/toggle-group.tsx'
import { GalleryPart } from './gallery-part.tsx'

const ignore = () => undefined

/** What is chosen among what is in sight. */
export function GalleryChoices() {
  const { t } = useTranslation()
  const [theme, setTheme] = useState('light')
  const [tenders, setTenders] = useState<readonly string[]>(['cash'])
  const [on, setOn] = useState(true)
  const [count, setCount] = useState(1)
  const [place, setPlace] = useState('tables')
  return (
    <GalleryPart name="Choice, ToggleGroup, Toggle, Switch, Stepper, Tabs, SectionNav">
      <div className="flex w-full flex-col gap-4">
        <Choice
          label={t('prefs.theme')}
          value={theme}
          onChoose={setTheme}
          columns={3}
          options={[
            { value: 'light', label: t('prefs.themes.light'), hint: t('prefs.terminal') },
            { value: 'dark', label: t('prefs.themes.dark') },
            { value: 'system', label: t('prefs.themes.system'), disabled: true },
          ]}
        />
        <ToggleGroup
          label={t('pay.how')}
          chosen={tenders}
          onChoose={setTenders}
          options={(['cash', 'card', 'voucher'] as const).map((value) => ({ value, label: t(`tender.${value}`) }))}
        />
        <div className="flex gap-2">
          <Toggle on={on} onToggle={setOn} label={t('order.markFavourites')}>
            <Heart aria-hidden size={20} />
          </Toggle>
          <Toggle on={!on} onToggle={(off) => setOn(!off)}>
            {t('order.markFavourites')}
          </Toggle>
        </div>
        <Switch label={t('prefs.sounds')} on={on} onSwitch={setOn} />
        <Switch label={t('prefs.sounds')} on={false} onSwitch={ignore} disabled />
        <Stepper
          value={count}
          lessLabel={t('order.fewer')}
          moreLabel={t('order.moreUnits')}
          onLess={() => setCount(count - 1)}
          onMore={() => setCount(count + 1)}
        />
        <Tabs
          label={t('prefs.title')}
          tabs={[
            { value: 'looks', label: t('prefs.looks'), content: <p>{t('prefs.terminal')}</p> },
            { value: 'keys', label: t('prefs.keys'), content: <p>{t('prefs.keyTab')}</p> },
          ]}
        />
        <SectionNav
          label={t('bar.places')}
          className="flex flex-wrap gap-2"
          sections={[
            { id: 'tables', name: t('bar.tables') },
            { id: 'kitchen', name: t('bar.kitchen'), Icon: Heart },
          ]}
          shown={place}
          onShow={setPlace}
        />
      </div>
    </GalleryPart>
  )
}
