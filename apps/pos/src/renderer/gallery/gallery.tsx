import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ChefHat } from 'lucide-react'
import { Button, type ButtonProps } from '../ui/button.tsx'
import { Chip, CHIP_TONES } from '../ui/chip.tsx'
import { Choice } from '../ui/choice.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Keypad } from '../ui/keypad.tsx'
import { Notice } from '../ui/notice.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Stepper } from '../ui/stepper.tsx'
import { Switch } from '../ui/switch.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Toast } from '../ui/toast.tsx'

const LOOKS: readonly NonNullable<ButtonProps['look']>[] = ['primary', 'plain', 'chosen', 'quiet', 'danger']
const ignore = () => undefined

/** Every component of the kit in every state; the words are those of the screens. */
export function Gallery() {
  const { t } = useTranslation()
  return (
    <div className="grid gap-6 p-4 tablet:grid-cols-2">
      <Buttons />
      <Fields />
      <Part name="Chip">
        {CHIP_TONES.map((tone) => (
          <Chip key={tone} tone={tone} icon={<ChefHat aria-hidden size={16} />}>
            {t('line.sent')}
          </Chip>
        ))}
      </Part>
      <Part name="Notice, Toast">
        <div className="flex w-full flex-col gap-2">
          {(['wait', 'late', 'sent'] as const).map((tone) => (
            <Notice key={tone} tone={tone}>
              {t('connection.offline')}
            </Notice>
          ))}
          <Notice tone="late" large>
            {t('kitchen.neverHeard')}
          </Notice>
          <Toast>{t('record.notSaved')}</Toast>
          <Toast undoLabel={t('notice.undo')} onUndo={ignore}>
            {t('record.notSaved')}
          </Toast>
        </div>
      </Part>
      <Part name="Keypad">
        <div className="w-full max-w-sm">
          <Keypad deleteLabel={t('keypad.delete')} extra="." onDigits={ignore} onDelete={ignore} />
        </div>
      </Part>
      <Sheets />
    </div>
  )
}

function Buttons() {
  const { t } = useTranslation()
  return (
    <Part name="Button, IconButton">
      {LOOKS.map((look) => (
        <span key={look} className="flex flex-wrap gap-2">
          <Button look={look}>{t('enrol.join')}</Button>
          <Button look={look} size="large" hint={t('enrol.joining')}>
            {t('enrol.join')}
          </Button>
          <Button look={look} disabled>
            {t('enrol.joining')}
          </Button>
        </span>
      ))}
      <IconButton label={t('bar.kitchen')}>
        <ChefHat aria-hidden size={22} />
      </IconButton>
    </Part>
  )
}

function Fields() {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [theme, setTheme] = useState('light')
  const [on, setOn] = useState(true)
  const [count, setCount] = useState(1)
  return (
    <Part name="TextField, Choice, Switch, Stepper">
      <div className="flex w-full flex-col gap-4">
        <TextField label={t('enrol.code')} value={text} max={60} onText={setText} />
        <TextField label={t('enrol.name')} value="" max={60} onText={ignore} disabled />
        <Choice
          label={t('prefs.theme')}
          value={theme}
          onChoose={setTheme}
          options={[
            { value: 'light', label: t('prefs.themes.light') },
            { value: 'dark', label: t('prefs.themes.dark') },
            { value: 'system', label: t('prefs.themes.system'), disabled: true },
          ]}
        />
        <Switch label={t('prefs.sounds')} on={on} onSwitch={setOn} />
        <Switch label={t('prefs.sounds')} on={false} onSwitch={ignore} disabled />
        <Stepper
          value={count}
          lessLabel={t('keypad.delete')}
          moreLabel={t('enrol.join')}
          onLess={() => setCount(count - 1)}
          onMore={() => setCount(count + 1)}
        />
      </div>
    </Part>
  )
}

function Sheets() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const panels = [
    { value: 'looks', label: t('prefs.looks'), content: <p>{t('prefs.terminal')}</p> },
    { value: 'keys', label: t('prefs.keys'), content: <p>{t('prefs.keyTab')}</p> },
  ]
  return (
    <Part name="Tabs, Sheet">
      <div className="w-full">
        <Tabs label={t('prefs.title')} tabs={panels} />
      </div>
      <Button data-testid="gallery-sheet" onClick={() => setOpen(true)}>
        {t('prefs.title')}
      </Button>
      {open ? (
        <Sheet title={t('prefs.title')} closeLabel={t('sheet.close')} onClose={() => setOpen(false)}>
          <p>{t('prefs.terminal')}</p>
        </Sheet>
      ) : null}
    </Part>
  )
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="rounded-lg border border-line bg-surface p-4">
      <h2 className="mb-4 font-bold">{name}</h2>
      <div className="flex flex-wrap items-start gap-4">{children}</div>
    </section>
  )
}
