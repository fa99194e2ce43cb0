import { useEffect, useEffectEvent, useRef } from 'react'

/** Two screens before somebody gets there. */
const AHEAD = '200%'

/** Says when somebody who scrolls through the tiles around it comes near their end. */
export function EndOfTiles({ onSeen }: { readonly onSeen: () => void }) {
  const end = useRef<HTMLSpanElement>(null)
  const seen = useEffectEvent(onSeen)
  useEffect(() => {
    const { current } = end
    if (!current) return
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && seen(), {
      root: current.parentElement,
      rootMargin: AHEAD,
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return <span ref={end} />
}
