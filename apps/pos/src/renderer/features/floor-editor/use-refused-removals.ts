import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineStatus } from '../../data/index.ts'
import { useNotices } from '../notices/index.ts'
import { refusalKeyOf } from './refusal-keys.ts'

/** Says so when the server keeps a table that was removed here: somebody sits at it whom this terminal did not know of yet. */
export function useRefusedRemovals(): void {
  const { t } = useTranslation()
  const notices = useNotices()
  const { refusedEdits } = useEngineStatus()
  const known = useRef<number | null>(null)
  useEffect(() => {
    const count = refusedEdits.filter(({ code }) => code === 'table.hasOrder').length
    if (known.current !== null && count > known.current) notices.say(t(refusalKeyOf('table.hasOrder')))
    known.current = count
  }, [refusedEdits, notices, t])
}
