import { useEffect, useEffectEvent } from 'react'

interface BumpBar {
  readonly onBump: (slot: number) => void
}

/** A bump bar is a keyboard: 1 to 9 bump the ticket in that place. Quiet while a sheet is open or somebody types. */
export function useBumpBar({ onBump }: BumpBar): void {
  useKey((key) => {
    if (/^[1-9]$/.test(key)) onBump(Number(key))
  })
}

/** R opens the list of what was bumped. */
export function useRecallKey(onRecall: () => void): void {
  useKey((key) => {
    if (key.toLowerCase() === 'r') onRecall()
  })
}

function useKey(onKey: (key: string) => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof HTMLInputElement || document.querySelector('dialog[open], [role="dialog"]')) return
    onKey(event.key)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
