import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandCode, CommandContext, Drafts, Fact } from '@orderez/core/orders'
import { actionOfFact, can } from '@orderez/core/staff'
import { useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useNotices } from '../notices/index.ts'

/** A command of core, waiting for who commands. */
type Command = (context: CommandContext) => Drafts<CommandCode>

/**
 * Runs commands of core and records what they make: component → command → log → live query → component. What a command refuses, and
 * what the device could not save, is said in words. Resolves with the facts, or null.
 */
export function useCommand(): (command: Command) => Promise<readonly Fact[] | null> {
  const { t } = useTranslation()
  const terminal = useTerminal()
  const notices = useNotices()
  const { person, roles } = usePerson()
  return useMemo(() => {
    const context: CommandContext = {
      ids: terminal.ids,
      now: terminal.nextTime,
      person: person.id,
      may: (kind) => can(person.roles, actionOfFact(kind), roles),
    }
    return async (command) => {
      const drafts = command(context)
      if (!drafts.ok) {
        notices.say(t(`command.${drafts.code}`))
        return null
      }
      try {
        return await terminal.record(drafts.value)
      } catch (cause) {
        console.error('record', cause)
        notices.say(t('record.notSaved'))
        return null
      }
    }
  }, [t, terminal, notices, person, roles])
}
