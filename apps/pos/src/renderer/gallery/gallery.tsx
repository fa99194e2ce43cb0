import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChefHat } from 'lucide-react'
import { Button, type ButtonProps } from '../ui/button.tsx'
import { Chip, CHIP_TONES } from '../ui/chip.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Keypad } from '../ui/keypad.tsx'
import { Notice } from '../ui/notice.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Toast } from '../ui/toast.tsx'
import { GalleryChoices } from './gallery-choices.tsx'
import { GalleryFields } from './gallery-fields.tsx'
import { GalleryPart } from './gallery-part.tsx'

const LOOKS: readonly NonNullable<ButtonProps['look']>[] = ['primary', 'plain', 'chosen', 'quiet', 'danger']
const UNDO_MS = 6_000
const ignore = () => undefined

/** Every component of the kit in every state; the words are those of the screens. */
export function Gallery() {
  const { t } = useTranslation()
  return (
    <div className="grid gap-6 p-4 tablet:grid-cols-2">
      <Buttons />
      <GalleryFields />
      <GalleryChoices />
      <GalleryPart name="Chip">
        {CHIP_TONES.map((tone) => (
          <Chip key={tone} tone={tone} icon={<ChefHat aria-hidden size={16} />}>
            {t('line.sent')}
          </Chip>
        ))}
      </GalleryPart>
      <GalleryPart name="Notice, Toast">
        <div className="flex w-full flex-col gap-2">
          {(['wait', 'late', 'sent'] as const).map((tone) => (
            <Notice key={tone} tone={tone}>
              {t('connection.offline')}
            </Notice>
          ))}
          <Notice tone="late" large>
            {t('kitchen.neverHeard')}
          </Notice>
          <Toasts />
        </div>
      </GalleryPart>
      <GalleryPart name="Keypad">
        <div className="w-full max-w-sm">
          <Keypad deleteLabel={t('keypad.delete')} extra="." onDigits={ignore} onDelete={ignore} />
        </div>
      </GalleryPart>
      <Sheets />
    </div>
  )
}

function Buttons() {
  const { t } = useTranslation()
  return (
    <GalleryPart name="Button, IconButton">
      {LOOKS.map((look) => (
        <span key={look} className="flex flex-wrap gap-2">
          <Button look={look}>{t('enrol.join')}</Button>
          <Button look={look} size="large" hint={t('enrol.joining')}>
            {t('enrol.join')}
          </Button>
          <Button look={look} disabled>
            {t('enrol.joining')}
          </Button>
          <Button look={look} disabled hint={t('record.notSaved')}>
            {t('enrol.join')}
          </Button>
        </span>
      ))}
      <IconButton label={t('bar.kitchen')}>
        <ChefHat aria-hidden size={22} />
      </IconButton>
      <IconButton label={t('bar.kitchen')} disabled>
        <ChefHat aria-hidden size={22} />
      </IconButton>
    </GalleryPart>
  )
}

function Toasts() {
  const { t } = useTranslation()
  const news = useMemo(() => ({ key: 1, text: t('record.notSaved') }), [t])
  const undoable = useMemo(() => {
    const key = { testId: 'gallery-toast', onTap: ignore }
    const undo = { ...key, label: t('notice.undo'), forMs: UNDO_MS }
    return { key: 2, text: t('record.notSaved'), undo, now: { ...key, label: t('order.sendNow') } }
  }, [t])
  return (
    <>
      <Toast label={`${t('notice.strip')} 1`} news={news} onDismiss={ignore} />
      <Toast label={`${t('notice.strip')} 2`} news={undoable} onDismiss={ignore} />
    </>
  )
}

function Sheets() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <GalleryPart name="Sheet">
      <Button data-testid="gallery-sheet" onClick={() => setOpen(true)}>
        {t('prefs.title')}
      </Button>
      {open ? (
        <Sheet title={t('prefs.title')} closeLabel={t('sheet.close')} onClose={() => setOpen(false)}>
          <p>{t('prefs.terminal')}</p>
        </Sheet>
      ) : null}
    </GalleryPart>
  )
}
