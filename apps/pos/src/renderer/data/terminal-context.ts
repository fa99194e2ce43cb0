import { createContext, use, useSyncExternalStore } from 'react'
import { invariant } from '@orderez/core/kernel'
import type { EngineStatus } from '@orderez/core/sync-engine'
import type { Entrance } from './entrance.ts'
import type { Terminal } from './terminal.ts'

export const EntranceContext = createContext<Entrance | null>(null)
/** Null until the terminal is open. */
export const TerminalContext = createContext<Terminal | null>(null)

export function useEntrance(): Entrance {
  const entrance = use(EntranceContext)
  invariant(entrance, 'a screen of a terminal that has not joined')
  return entrance
}

export function useTerminal(): Terminal {
  const terminal = use(TerminalContext)
  invariant(terminal, 'a screen outside the open terminal')
  return terminal
}

export function useIsOpen(): boolean {
  return use(TerminalContext) !== null
}

export function useEngineStatus(): EngineStatus {
  const { onStatus, status } = useEntrance()
  return useSyncExternalStore(onStatus, status)
}
