import { useTranslation } from 'react-i18next'
import type { JsonObject } from '@orderez/core/kernel'
import { useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useNotices } from '../notices/index.ts'

/** Writes a document of the drawers; tells whether it is saved, and the person when it is not. */
export function useDrawerEdit(): (next: JsonObject & { readonly id: string }) => Promise<boolean> {
  const { t } = useTranslation()
  const terminal = useTerminal()
  const { person } = usePerson()
  const notices = useNotices()
  return async (next) => {
    try {
      await terminal.edit('shifts', next, person.id)
      return true
    } catch (cause) {
      console.error('drawer', cause)
      notices.say(t('record.notSaved'))
      return false
    }
  }
}
