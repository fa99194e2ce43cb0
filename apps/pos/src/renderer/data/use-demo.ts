import { useEffect, useState, useSyncExternalStore } from 'react'
import { fetchSiteFacts } from './site-facts.ts'
import { useEntrance } from './terminal-context.ts'

const KEY = 'orderez.demo'

/**
 * Whether this terminal belongs to a demo restaurant. The server says so; what it said last is kept, because a terminal that is cut off
 * on purpose has to find the switch again.
 */
export function useIsDemo(): boolean {
  const { identity, network } = useEntrance()
  const [isDemo, setIsDemo] = useState(() => localStorage.getItem(KEY) === identity.branch)
  useEffect(() => {
    // Cut off is cut off: nothing is asked, and what was said last holds.
    if (network.isCut()) return
    let left = false
    fetchSiteFacts().then(
      (facts) => {
        if (left || facts === null) return
        const says = facts.demoSignIns.length > 0
        if (says) localStorage.setItem(KEY, identity.branch)
        else localStorage.removeItem(KEY)
        setIsDemo(says)
      },
      (cause: unknown) => console.error('demo', cause),
    )
    return () => {
      left = true
    }
  }, [identity, network])
  return isDemo
}

/** Whether the network is cut by hand, live. */
export function useNetworkCut(): boolean {
  const { network } = useEntrance()
  return useSyncExternalStore(network.listen, network.isCut)
}
