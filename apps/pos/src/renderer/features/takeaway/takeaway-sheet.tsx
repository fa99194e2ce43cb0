import { useState } from 'react'
import { Bike, ShoppingBag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { formComplete, type TakeawayForm } from './takeaway-form.ts'
import { WishField } from './wish-field.tsx'

interface TakeawaySheetProps {
  readonly form: TakeawayForm
  /** What the button says that takes it over. */
  readonly done: string
  readonly onDone: (form: TakeawayForm) => void
  readonly onClose: () => void
}

/** Who fetches the order or where it is brought. Everything may stay empty but the address of a delivery. */
export function TakeawaySheet({ form: initial, done, onDone, onClose }: TakeawaySheetProps) {
  const { t } = useTranslation()
  const [form, setForm] = useState(initial)
  const complete = formComplete(form)
  const Icon = form.type === 'takeaway' ? ShoppingBag : Bike
  const change = (part: Partial<TakeawayForm>) => setForm({ ...form, ...part })
  return (
    <Sheet
      title={t(`takeaway.${form.type}`)}
      closeLabel={t('sheet.close')}
      onClose={onClose}
      testId={TEST_IDS.takeawaySheet}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (complete) onDone(form)
        }}
      >
        <div className="grid gap-4 phone:grid-cols-2">
          <TextField
            label={t('takeaway.name')}
            max={60}
            value={form.name}
            autoComplete="off"
            data-testid={TEST_IDS.takeawayName}
            onText={(name) => change({ name })}
          />
          <TextField
            label={t('takeaway.phone')}
            max={30}
            inputMode="tel"
            value={form.phone}
            autoComplete="off"
            data-testid={TEST_IDS.takeawayPhone}
            onText={(phone) => change({ phone })}
          />
        </div>
        {form.type === 'delivery' ? (
          <TextField
            label={t('takeaway.address')}
            max={200}
            required
            value={form.address}
            autoComplete="off"
            data-testid={TEST_IDS.takeawayAddress}
            onText={(address) => change({ address })}
          />
        ) : null}
        <WishField wishedAt={form.wishedAt} onWish={(wishedAt) => change({ wishedAt })} />
        <TextField
          label={t('takeaway.note')}
          max={500}
          value={form.note}
          autoComplete="off"
          data-testid={TEST_IDS.takeawayNote}
          onText={(note) => change({ note })}
        />
        <Button
          type="submit"
          look="primary"
          size="large"
          data-testid={TEST_IDS.takeawayDone}
          disabled={!complete}
          hint={complete ? undefined : t('takeaway.addressFirst')}
        >
          <Icon aria-hidden size={22} />
          {done}
        </Button>
      </form>
    </Sheet>
  )
}
