import { useState, type ReactNode } from 'react'
import { movedPreset, withoutPreset, withPreset } from '@orderez/core/branch'
import type { Names } from '@orderez/core/kernel'
import { EntryList } from './entry-list.tsx'

interface NamedPreset {
  readonly id: string
  readonly names: Names
  readonly deleted?: boolean | undefined
}

interface PresetSubjectProps<T extends NamedPreset> {
  readonly list: readonly T[]
  readonly isPeer?: (entry: T) => boolean
  readonly detailOf?: (entry: T) => string
  readonly addLabel: string
  readonly make: () => T
  readonly write: (list: T[]) => Promise<boolean>
  readonly sheet: (entry: T, save: (entry: T) => Promise<boolean>, close: () => void) => ReactNode
}

/** A list of the branch's presets with the sheet of one of them. */
export function PresetSubject<T extends NamedPreset>(props: PresetSubjectProps<T>) {
  const { list, isPeer = () => true, detailOf, addLabel, make, write, sheet } = props
  const [open, setOpen] = useState<T | null>(null)
  const shown = list.filter((each) => !each.deleted && isPeer(each))
  return (
    <>
      <EntryList
        entries={shown.map((each) => ({ id: each.id, names: each.names, detail: detailOf?.(each) }))}
        addLabel={addLabel}
        onAdd={() => setOpen(make())}
        onOpen={(id) => setOpen(shown.find((each) => each.id === id) ?? null)}
        onMove={(id, by) => void write([...movedPreset(list, id, by, isPeer)])}
        onRemove={(id) => void write(withoutPreset(list, id))}
      />
      {open
        ? sheet(
            open,
            (entry) => write(withPreset(list, entry)),
            () => setOpen(null),
          )
        : null}
    </>
  )
}
