import type { ReactNode } from 'react'

/** The states of some components that belong together. */
export function GalleryPart({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="min-w-0 rounded-lg border border-line bg-surface p-4">
      <h2 className="mb-4 font-bold">{name}</h2>
      <div className="flex flex-wrap items-start gap-4">{children}</div>
    </section>
  )
}
