import { Suspense, useState, type ReactNode } from 'react'
import { useIsOpen } from '../../data/index.ts'
import { screenAhead } from '../../ui/screen-ahead.tsx'
import { useSiteChange } from './use-site-change.ts'

const { Screen: ChangedSite } = screenAhead(async () => (await import('./changed-site.tsx')).ChangedSite)

/** Stands before the screens of a terminal whose server has become another's: nothing of the two is ever mixed. */
export function SiteGuard({ children }: { readonly children: ReactNode }) {
  const changed = useSiteChange()
  const isOpen = useIsOpen()
  const [goesOn, setGoesOn] = useState(false)
  if (!changed || !isOpen || goesOn) return children
  return (
    <Suspense fallback={children}>
      <ChangedSite site={changed} onGoOn={() => setGoesOn(true)} />
    </Suspense>
  )
}
