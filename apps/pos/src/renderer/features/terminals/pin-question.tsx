import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { sentenceOf } from './sentence-of.ts'

const PIN_DIGITS = 6

interface PinQuestionProps {
  readonly why: string
  readonly action: string
  /** The code of what went wrong, or null. */
  readonly onPin: (pin: string) => Promise<string | null>
}

/** The manager's PIN, typed on the spot: a terminal that lies about unlocked lets nobody in and shuts nobody out. */
export function PinQuestion({ why, action, onPin }: PinQuestionProps) {
  const { t } = useTranslation()
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function ask(): Promise<void> {
    setBusy(true)
    const failed = await onPin(pin)
    setBusy(false)
    setProblem(failed)
    if (failed !== null) setPin('')
  }
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && pin.length === PIN_DIGITS) void ask()
      }}
    >
      <p>{why}</p>
      <TextField
        label={t('devices.pin')}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        max={PIN_DIGITS}
        value={pin}
        onText={(text) => setPin(text.replaceAll(/\D/g, ''))}
        data-testid={TEST_IDS.managerPin}
      />
      {problem === null ? null : <Notice tone="late">{t(sentenceOf(problem))}</Notice>}
      <Button
        look="primary"
        size="large"
        type="submit"
        data-testid={TEST_IDS.managerPinDone}
        disabled={busy || pin.length < PIN_DIGITS}
        hint={pin.length < PIN_DIGITS ? t('devices.needsPin') : undefined}
      >
        {action}
      </Button>
    </form>
  )
}
