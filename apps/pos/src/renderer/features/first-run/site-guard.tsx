import { useState, type ReactNode } from 'react'
import { ChangedSite } from './changed-site.tsx'
import { useSiteChange } from './use-site-change.ts'

/** Stands before the screens of a terminal whose server has become another's: nothing of the two is ever mixed. */
export function SiteGuard({ children }: { readonly children: ReactNode }) {
  const changed = useSiteChange()
  const [goesOn, setGoesOn] = useState(false)
  if (!changed || goesOn) return children
  return <ChangedSite site={changed} onGoOn={() => setGoesOn(true)} />
}
