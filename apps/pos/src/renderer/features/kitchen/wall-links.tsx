import { ChefHat, ConciergeBell, MonitorCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { screenEntered, useUiDispatch } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { IconButton } from '../../ui/icon-button.tsx'

const ICON_SIZE = 22

/** From one screen of the kitchen to the others. */
export function WallLinks({ here }: { readonly here: 'kitchen' | 'expo' | 'board' }) {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const links = [
    { name: 'kitchen', label: t('kitchen.toKitchen'), testId: TEST_IDS.toKitchen, icon: ChefHat },
    { name: 'expo', label: t('kitchen.expo'), testId: TEST_IDS.toExpo, icon: ConciergeBell },
    { name: 'board', label: t('kitchen.board'), testId: TEST_IDS.toBoard, icon: MonitorCheck },
  ] as const
  return (
    <>
      {links
        .filter(({ name }) => name !== here)
        .map(({ name, label, testId, icon: Icon }) => (
          <IconButton key={name} label={label} testId={testId} onClick={() => dispatch(screenEntered({ name }))}>
            <Icon aria-hidden size={ICON_SIZE} />
          </IconButton>
        ))}
    </>
  )
}
