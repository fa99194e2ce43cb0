import { Volume2, VolumeX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '@orderez/core/kitchen'
import { TEST_IDS } from '../../test-ids.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useKitchenSounds } from './use-kitchen-sounds.ts'

const ICON_SIZE = 22

/** Sounds for this screen, and the key that mutes them. */
export function SoundKey({ tickets }: { readonly tickets: readonly Ticket[] }) {
  const { t } = useTranslation()
  const { muted, toggle } = useKitchenSounds(tickets)
  const Icon = muted ? VolumeX : Volume2
  return (
    <IconButton
      label={muted ? t('kitchen.soundOff') : t('kitchen.soundOn')}
      testId={TEST_IDS.kitchenSound}
      aria-pressed={muted}
      onClick={toggle}
    >
      <Icon aria-hidden size={ICON_SIZE} />
    </IconButton>
  )
}
