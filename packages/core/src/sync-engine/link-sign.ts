import type { Blockage, LinkState, StatusBoard } from './engine-status.ts'

/** What the status says about the link: how the connection stands, unless something is blocked, which goes first. */
export interface LinkSign {
  connection(state: Exclude<LinkState, 'blocked'>): void
  /** `part` names who is blocked, so that one part that works does not hide another that does not. */
  block(part: string, blockage: Blockage): void
  unblock(part: string): void
}

export function createLinkSign(board: StatusBoard): LinkSign {
  const blocked = new Map<string, Blockage>()
  let connection: LinkState = 'offline'

  function show(): void {
    const [blockedBy = null] = blocked.values()
    board.update({ link: blockedBy ? 'blocked' : connection, blockedBy })
  }

  return {
    connection(state) {
      connection = state
      show()
    },
    block(part, blockage) {
      if (blocked.get(part)?.reason === blockage.reason) return
      blocked.set(part, blockage)
      show()
    },
    unblock(part) {
      if (blocked.delete(part)) show()
    },
  }
}
