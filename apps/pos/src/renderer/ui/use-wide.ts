import { useMedia } from './use-media.ts'

/** Whether the window is wider than a phone's: a floor plan is readable. The theme's `phone` breakpoint. */
export function useWide(): boolean {
  return useMedia('(width >= 600px)')
}

/** Whether screens stand in columns, side by side. The theme's `tablet` breakpoint. */
export function useColumns(): boolean {
  return useMedia('(width >= 1100px)')
}
