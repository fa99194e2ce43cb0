import { useEffect, useState } from 'react'
import { fetchSiteFacts, useEngineStatus, useEntrance, type SiteFacts } from '../../data/index.ts'

const LOOK_MS = 15_000

/** What the server at this terminal's address is now, where it is not this terminal's branch any more; else null. */
export function useSiteChange(): SiteFacts | null {
  const { identity } = useEntrance()
  const { link } = useEngineStatus()
  const [changed, setChanged] = useState<SiteFacts | null>(null)
  const isWell = link === 'online'
  useEffect(() => {
    if (isWell) return
    let left = false
    const look = () =>
      void fetchSiteFacts().then((site) => {
        // Nobody who answers is no news: a terminal works without a network.
        if (!left && site) setChanged(site.branch === identity.branch ? null : site)
      })
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => {
      left = true
      clearInterval(timer)
    }
  }, [isWell, identity.branch])
  return isWell ? null : changed
}
