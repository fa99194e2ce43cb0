import { useState } from 'react'
import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OrderId } from '@orderez/core/kernel'
import { TEST_IDS } from '../../test-ids.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useNotices } from '../notices/index.ts'
import { MovesSheet } from './moves-sheet.tsx'

/** More that can be done with an order: its table, its bill, its dishes. */
export function MovesButton({ order }: { readonly order: OrderId }) {
  const { t } = useTranslation()
  const { settle } = useNotices()
  const [open, setOpen] = useState(false)

  /** A round that is still about to leave leaves now, so that it goes along. */
  function ask(): void {
    settle()
    setOpen(true)
  }

  return (
    <>
      <IconButton label={t('moves.more')} testId={TEST_IDS.moves} onClick={ask}>
        <Ellipsis aria-hidden size={24} />
      </IconButton>
      {open ? <MovesSheet order={order} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
