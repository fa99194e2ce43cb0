import { EntranceContext, TerminalContext, useLive, type Entrance } from '../data/index.ts'
import { SiteGuard } from '../features/leaving/index.ts'
import { Workplace } from './workplace.tsx'

/** What an installation that has joined needs until somebody has signed in. A new one fetches it while somebody types the code. */
export function Inside({ entrance }: { readonly entrance: Entrance }) {
  const terminal = useLive(entrance.terminal)
  return (
    <EntranceContext value={entrance}>
      <TerminalContext value={terminal}>
        <SiteGuard>
          <Workplace />
        </SiteGuard>
      </TerminalContext>
    </EntranceContext>
  )
}
