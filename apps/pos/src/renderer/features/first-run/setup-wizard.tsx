import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Identity } from '../../../shared/host-api.ts'
import { checkSetupCode, setUpRestaurant } from '../../data/index.ts'
import type { IdentityKeeper } from '../../platform/identity-keeper.ts'
import { signedIn, useUi, useUiDispatch } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Notice } from '../../ui/notice.tsx'
import { FirstRunPage } from './first-run-page.tsx'
import { problemKey } from '../leaving/index.ts'
import { CodeStep } from './step-code.tsx'
import { FloorStep } from './step-floor.tsx'
import { MenuStep } from './step-menu.tsx'
import { OwnerStep } from './step-owner.tsx'
import { PlaceStep } from './step-place.tsx'
import { newDraft, problemOf, requestOf, SETUP_STEPS, type SetupDraft } from './setup-draft.ts'

interface SetupWizardProps {
  readonly keeper: IdentityKeeper
  readonly needsCode: boolean
  readonly onEnrolled: (identity: Identity) => void
  readonly onBack: () => void
}

const STEPS = { code: CodeStep, place: PlaceStep, menu: MenuStep, floor: FloorStep, owner: OwnerStep } as const
type Step = keyof typeof STEPS

/** From a name to the first table: nothing is written before the last step, and then everything at once. */
export function SetupWizard({ keeper, needsCode, onEnrolled, onBack }: SetupWizardProps) {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const language = useUi((state) => state.preferences.language)
  const steps: readonly Step[] = needsCode ? ['code', ...SETUP_STEPS] : SETUP_STEPS
  const [draft, setDraft] = useState(() => newDraft(Intl.DateTimeFormat().resolvedOptions().timeZone))
  const [at, setAt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const step = steps[at] ?? 'place'
  const isLast = at === steps.length - 1
  const why = step === 'code' ? (draft.code.trim() === '' ? 'setup.needsCode' : null) : problemOf(step, draft)
  const Fields = STEPS[step]

  async function finish(): Promise<string | null> {
    const code = needsCode ? draft.code : null
    const made = await setUpRestaurant(requestOf(draft, language, t('setup.firstTerminal')), code, keeper)
    if (!made.ok) return made.code
    dispatch(signedIn(made.value.owner))
    onEnrolled(made.value.identity)
    return null
  }
  async function next(): Promise<void> {
    setBusy(true)
    setRefused(null)
    if (isLast) {
      setRefused(await finish())
    } else {
      const checked = step === 'code' ? await checkSetupCode(draft.code) : null
      if (checked && !checked.ok) setRefused(checked.code)
      else setAt(at + 1)
    }
    setBusy(false)
  }
  return (
    <FirstRunPage>
      <form
        className="setup-panel flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          if (why === null && !busy) void next()
        }}
      >
        <StepList steps={steps} at={at} />
        <Fields draft={draft} onChange={(change: Partial<SetupDraft>) => setDraft({ ...draft, ...change })} />
        {refused === null ? null : (
          <Notice tone="late" data-testid={TEST_IDS.setupProblem}>
            {t(problemKey(refused))}
          </Notice>
        )}
        <div className="flex gap-2">
          <Button size="large" onClick={() => (at === 0 ? onBack() : setAt(at - 1))} disabled={busy}>
            {t('setup.back')}
          </Button>
          <Button
            type="submit"
            look="primary"
            size="large"
            className="flex-1"
            data-testid={TEST_IDS.setupNext}
            disabled={why !== null || busy}
            hint={why === null ? undefined : t(why)}
          >
            {busy ? t('setup.working') : isLast ? t('setup.open') : t('setup.next')}
          </Button>
        </div>
      </form>
    </FirstRunPage>
  )
}

function StepList({ steps, at }: { readonly steps: readonly Step[]; readonly at: number }) {
  const { t } = useTranslation()
  const names: Readonly<Record<Step, string>> = {
    code: t('setup.codeStep'),
    place: t('setup.placeStep'),
    menu: t('setup.menuStep'),
    floor: t('setup.floorStep'),
    owner: t('setup.ownerStep'),
  }
  return (
    <ol className="flex flex-wrap gap-3 text-sm">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? 'step' : undefined}
          className={classNames('inline-flex items-center gap-2', index === at ? 'font-bold' : 'text-ink-2')}
        >
          <span className="door-step">{index + 1}</span>
          {names[step]}
        </li>
      ))}
    </ol>
  )
}
