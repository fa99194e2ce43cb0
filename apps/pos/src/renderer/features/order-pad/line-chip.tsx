import {
  Check,
  CheckCheck,
  ConciergeBell,
  Flame,
  Gift,
  Pause,
  Save,
  Send,
  TriangleAlert,
  X,
  type LucideIcon,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Chip, type ChipTone } from '../../ui/chip.tsx'
import type { LineLook } from './slip-rounds.ts'

const LOOKS: { readonly [L in LineLook]: { readonly tone: ChipTone; readonly icon: LucideIcon } } = {
  saved: { tone: 'outline', icon: Save },
  sent: { tone: 'text', icon: Send },
  received: { tone: 'outline', icon: Check },
  cooking: { tone: 'sent', icon: Flame },
  ready: { tone: 'ready', icon: ConciergeBell },
  served: { tone: 'rest', icon: CheckCheck },
  held: { tone: 'idle', icon: Pause },
  voided: { tone: 'plain', icon: X },
  comped: { tone: 'brand', icon: Gift },
  refused: { tone: 'late', icon: TriangleAlert },
}

export function LineChip({ look }: { readonly look: LineLook }) {
  const { t } = useTranslation()
  const { tone, icon: Icon } = LOOKS[look]
  return (
    <Chip tone={tone} icon={<Icon aria-hidden size={16} />} data-testid={TEST_IDS.lineState}>
      {t(`line.${look}`)}
    </Chip>
  )
}
