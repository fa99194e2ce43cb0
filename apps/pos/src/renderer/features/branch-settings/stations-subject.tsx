import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { removedStation, type Station } from '@orderez/core/branch'
import { useLive, useTerminal } from '../../data/index.ts'
import { EntryList } from './entry-list.tsx'
import { FallbackChoice } from './fallback-choice.tsx'
import { problemKeyOf } from './problem-keys.ts'
import { STATION_TYPE_KEYS, StationSheet } from './station-sheet.tsx'
import type { SettingsEditor } from './use-settings.ts'

const SORT_STEP = 10
const MAX_SORT = 1_000_000

/** Where dishes are made, in the order of the kitchen's screens. */
export function StationsSubject({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTranslation()
  const { queries, ids } = useTerminal()
  const stations = useLive(queries.documents('station'))
  const categories = useLive(queries.documents('category'))
  const dishes = useLive(queries.documents('dish'))
  const [open, setOpen] = useState<Station | null>(null)
  if (!stations || !categories || !dishes) return <p className="text-ink-2">{t('boot.opening')}</p>
  const sorted = stations.toSorted((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1))
  const usedBy = ({ id }: Station) =>
    [...categories, ...dishes].filter(({ stations: named }) => named?.includes(id)).length
  function move(id: string, by: 1 | -1): void {
    const at = sorted.findIndex((station) => station.id === id)
    const moved = sorted.toSpliced(at, 1).toSpliced(at + by, 0, ...sorted.slice(at, at + 1))
    const step = moved.flatMap((before, index) => {
      const after = { ...before, sort: (index + 1) * SORT_STEP }
      return after.sort === before.sort ? [] : [{ before, after }]
    })
    void editor.edits.write(step)
  }
  function added(): Station {
    const sort = Math.min(MAX_SORT, Math.max(0, ...sorted.map((station) => station.sort)) + SORT_STEP)
    return { id: ids.next('station'), kind: 'station', v: 1, names: { zh: '', en: '' }, type: 'kitchen', sort }
  }
  return (
    <>
      <FallbackChoice stations={sorted} editor={editor} />
      <EntryList
        entries={sorted.map((station) => {
          const removed = removedStation(station, usedBy(station))
          return {
            id: station.id,
            names: station.names,
            detail: [
              t(STATION_TYPE_KEYS[station.type]),
              ...(station.screen === false ? [t('settings.noScreen')] : []),
            ].join(' · '),
            kept: removed.ok ? undefined : t(problemKeyOf(removed.code)),
          }
        })}
        addLabel={t('settings.addStation')}
        onAdd={() => setOpen(added())}
        onOpen={(id) => setOpen(stations.find((station) => station.id === id) ?? null)}
        onMove={move}
        onRemove={(id) => {
          const before = stations.find((station) => station.id === id)
          const removed = before && removedStation(before, usedBy(before))
          if (before && removed?.ok) void editor.edits.write([{ before, after: removed.value }])
        }}
      />
      {open ? (
        <StationSheet
          key={open.id}
          station={open}
          isNew={!stations.some(({ id }) => id === open.id)}
          categories={categories}
          dishes={dishes}
          editor={editor}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  )
}
