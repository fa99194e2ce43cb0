import { createContext, use, useSyncExternalStore } from 'react'
import { invariant } from '@orderez/core/kernel'
import type { EngineStatus } from '@orderez/core/sync-engine'
import type { Terminal } from './terminal.ts'

export const TerminalContext = createContext<Terminal | null>(null)

export function useTerminal(): Terminal {
  const terminal = use(TerminalContext)
  invariant(terminal, 'a screen outside the open terminal')
  return terminal
}

export function useEngineStatus(): EngineStatus {
  const terminal = useTerminal()
  return useSyncExternalStore(terminal.onStatus, terminal.status)
}
