import { useTranslation } from 'react-i18next'
import { settingsOf, type Reason } from '@orderez/core/branch'
import { usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'

const REASON_MAX = 120

interface ReasonChoiceProps {
  readonly use: Reason['use']
  readonly reason: string
  readonly onReason: (reason: string) => void
}

/** A reason by one tap where the branch has some, or in one's own words. */
export function ReasonChoice({ use, reason, onReason }: ReasonChoiceProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const { branch } = usePerson()
  const texts = settingsOf(branch)
    .reasons.filter((one) => one.use === use)
    .map(({ id, names }) => ({ id, text: name(names) }))
  return (
    <section className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-2">
        {texts.map(({ id, text }) => (
          <Button
            key={id}
            look={text === reason ? 'chosen' : 'plain'}
            aria-pressed={text === reason}
            data-testid={TEST_IDS.billReason}
            onClick={() => onReason(text)}
          >
            {text}
          </Button>
        ))}
      </div>
      <TextField label={t('pay.reason')} max={REASON_MAX} value={reason} onText={onReason} />
    </section>
  )
}
