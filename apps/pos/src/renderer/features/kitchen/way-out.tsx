import { ArrowLeft, LogOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { screenEntered, signedOut, usePerson, useUiDispatch } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { IconButton } from '../../ui/icon-button.tsx'

/** Who also works on the floor goes back there; a cook signs out. */
export function WayOut() {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const { person } = usePerson()
  if (person.roles.every((role) => role === 'kitchen')) {
    return (
      <IconButton label={t('bar.signOut')} testId={TEST_IDS.signOut} onClick={() => dispatch(signedOut())}>
        <LogOut aria-hidden size={22} />
      </IconButton>
    )
  }
  return (
    <IconButton
      label={t('bar.tables')}
      testId={TEST_IDS.back}
      onClick={() => dispatch(screenEntered({ name: 'tables' }))}
    >
      <ArrowLeft aria-hidden size={22} />
    </IconButton>
  )
}
