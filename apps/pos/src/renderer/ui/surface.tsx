import { createContext, use, useState, type HTMLAttributes } from 'react'

const SurfaceContext = createContext<HTMLElement | null>(null)

/** Where sheets and lists of the surface are drawn, so that they carry its colours; null where that is the page. */
export function useSurface(): HTMLElement | null {
  return use(SurfaceContext)
}

export interface KitchenSurfaceProps extends HTMLAttributes<HTMLDivElement> {
  /** The light twin is for a bright pass. */
  readonly twin: 'light' | 'dark'
}

/** A screen on a wall: 7:1 contrast, read at two metres through steam. */
export function KitchenSurface({ twin, children, ...rest }: KitchenSurfaceProps) {
  const [element, setElement] = useState<HTMLElement | null>(null)
  return (
    <div {...rest} ref={setElement} data-surface="kitchen" data-twin={twin}>
      <SurfaceContext value={element}>{children}</SurfaceContext>
    </div>
  )
}
