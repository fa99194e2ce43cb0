import { TerminalContext, type Terminal } from '../data/index.ts'
import { SiteGuard } from '../features/leaving/index.ts'
import { Workplace } from './workplace.tsx'

export { openTerminal } from '../data/index.ts'

/** What an installation that has joined needs: its data and its screens. A new one fetches it while somebody types the code. */
export function Inside({ terminal }: { readonly terminal: Terminal }) {
  return (
    <TerminalContext value={terminal}>
      <SiteGuard>
        <Workplace />
      </SiteGuard>
    </TerminalContext>
  )
}
