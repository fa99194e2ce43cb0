import { createIdSource, type PersonId } from '@orderez/core/kernel'
import type { CommandCode, CommandContext, Drafts, FactKind } from '@orderez/core/orders'

/** Tries a command without recording what it makes: its ids and times belong to nobody. */
export function problemOf(
  command: (context: CommandContext) => Drafts<CommandCode>,
  person: PersonId,
  may: (kind: FactKind) => boolean,
): CommandCode | null {
  const ids = createIdSource({ now: () => 0, random: (bytes) => new Uint8Array(bytes) })
  const result = command({ ids, now: () => ({ ms: 0, tick: 0 }), person, may })
  return result.ok ? null : result.code
}
