import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HANDS, TEXT_SIZES, type Hand, type TextSize } from '../state/index.ts'
import { Choice } from '../ui/choice.tsx'
import { KitchenSurface } from '../ui/surface.tsx'
import { Gallery } from './gallery.tsx'

const SURFACES = ['light', 'dark', 'kitchen', 'kitchen-light'] as const
type SurfaceName = (typeof SURFACES)[number]

/** The kit on the surface that is chosen, in the language that is chosen. */
export function GalleryPage() {
  const { t, i18n } = useTranslation()
  const [surface, setSurface] = useState<SurfaceName>('light')
  const [hand, setHand] = useState<Hand>('right')
  const [textSize, setTextSize] = useState<TextSize>(100)
  function choose(chosen: SurfaceName): void {
    setSurface(chosen)
    document.documentElement.dataset['theme'] = chosen === 'dark' ? 'dark' : 'light'
  }
  const kit = (
    <>
      <h1 className="sr-only">{t('app.name')}</h1>
      <div className="flex flex-wrap gap-6 p-4">
        <Choice
          label={t('prefs.theme')}
          value={surface}
          onChoose={choose}
          options={SURFACES.map((value) => ({ value, label: value }))}
        />
        <Choice
          label={t('prefs.hand')}
          value={hand}
          onChoose={(chosen) => {
            setHand(chosen)
            document.documentElement.dataset['hand'] = chosen
          }}
          options={HANDS.map((value) => ({ value, label: t(`prefs.hands.${value}`) }))}
        />
        <Choice
          label={t('prefs.textSize')}
          value={textSize}
          onChoose={(chosen) => {
            setTextSize(chosen)
            document.documentElement.style.fontSize = `${chosen}%`
          }}
          options={TEXT_SIZES.map((value) => ({ value, label: t('prefs.percent', { value }) }))}
        />
        <Choice
          label={t('prefs.language')}
          value={i18n.language}
          onChoose={(language) => void i18n.changeLanguage(language)}
          options={['zh', 'en'].map((value) => ({ value, label: value }))}
        />
      </div>
      <Gallery />
    </>
  )
  return (
    <main className="h-full overflow-y-auto bg-ground text-ink">
      {surface.startsWith('kitchen') ? (
        <KitchenSurface twin={surface === 'kitchen' ? 'dark' : 'light'} className="bg-ground text-ink">
          {kit}
        </KitchenSurface>
      ) : (
        kit
      )}
    </main>
  )
}
