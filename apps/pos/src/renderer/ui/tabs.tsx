import type { ReactNode } from 'react'
import { Tabs as Parts } from '@base-ui/react/tabs'

export interface Tab {
  readonly value: string
  readonly label: ReactNode
  readonly content: ReactNode
}

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
}

/** Parts of one thing, one at a time: the arrows go through their names. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <Parts.Root defaultValue={tabs[0]?.value}>
      <Parts.List aria-label={label} activateOnFocus className="mb-4 flex gap-1 rounded-md bg-sunken p-1">
        {tabs.map(({ value, label: name }) => (
          <Parts.Tab
            key={value}
            value={value}
            className="press inline-flex min-h-(--touch-min) flex-1 items-center justify-center rounded-md px-4 font-bold text-ink-2 data-active:bg-raised data-active:text-ink"
          >
            {name}
          </Parts.Tab>
        ))}
      </Parts.List>
      {tabs.map(({ value, content }) => (
        <Parts.Panel key={value} value={value} className="rounded-md">
          {content}
        </Parts.Panel>
      ))}
    </Parts.Root>
  )
}
