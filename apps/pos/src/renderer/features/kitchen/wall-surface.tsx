import type { ReactNode } from 'react'
import { useUi } from '../../state/index.ts'
import { KitchenSurface } from '../../ui/surface.tsx'

/** The surface that this terminal's wall screens are drawn on. */
export function WallSurface({ children }: { readonly children: ReactNode }) {
  const twin = useUi((state) => state.preferences.kitchenTwin)
  return (
    <KitchenSurface twin={twin} className="flex h-full flex-col bg-ground text-ink">
      {children}
    </KitchenSurface>
  )
}
