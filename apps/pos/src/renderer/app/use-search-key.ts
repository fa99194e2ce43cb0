import { useEffect } from 'react'

/** The key / goes to the search of the screen, and so does a digit: dishes have numbers. A keypad on the screen has the digits first. */
export function useSearchKey(): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const { key, target } = event
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[/\d]$/.test(key)) return
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return
      if (document.querySelector('[role="dialog"]')) return
      const search = document.querySelector<HTMLInputElement>('input[type="search"]')
      search?.focus()
      // What was searched before gives way.
      search?.select()
      // A digit goes on into the field; the slash has done its work.
      if (search && key === '/') event.preventDefault()
    }
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
