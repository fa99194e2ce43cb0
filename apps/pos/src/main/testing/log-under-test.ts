import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createIdSource, type TerminalId } from '@orderez/core/kernel'
import type { FactDraft } from '@orderez/core/orders'
import { openFileFactLog } from '../file-fact-log.ts'
import { openLogDisk, type LogDisk, type LogFile } from '../log-disk.ts'

export const ids = createIdSource({ now: Date.now, random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) })

const [order, person] = [ids.next('order'), ids.next('person')]

export function notes(...texts: string[]): FactDraft[] {
  return texts.map((text, tick) => ({
    id: ids.next('fact'),
    v: 1,
    order,
    person,
    at: { ms: 1_700_000_000_000, tick },
    kind: 'noteSet',
    body: { text },
  }))
}

export function openLog(disk: LogDisk, terminal: TerminalId, segmentBytes?: number) {
  const newIncarnation = () => ids.next('incarnation')
  return openFileFactLog({ disk, terminal, newIncarnation, ...(segmentBytes === undefined ? {} : { segmentBytes }) })
}

export async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'orderez-log-'))
}

/** A real disk on which a test can make the writing of log files go wrong. */
export interface TroubledDisk extends LogDisk {
  flushes(): number
  /** `when` says what goes wrong from now on; null: nothing. `halfway`: the write has put down half of its bytes before it fails. */
  trouble(when: Trouble | null): void
}
export type Trouble = { readonly at: 'write' | 'flush' | 'replace' | 'truncate'; readonly code: string }[]

export async function troubledDisk(folder: string): Promise<TroubledDisk> {
  const disk = await openLogDisk(folder)
  let flushes = 0
  let troubles: Trouble = []

  function fail(at: Trouble[number]['at']): void {
    const trouble = troubles.find((candidate) => candidate.at === at)
    if (trouble) throw Object.assign(new Error(`${trouble.code}: injected at ${at}`), { code: trouble.code })
  }
  const troubled = (file: LogFile): LogFile => ({
    close: () => file.close(),
    async write(bytes, position) {
      if (troubles.some(({ at }) => at === 'write')) await file.write(bytes.subarray(0, bytes.length / 2), position)
      fail('write')
      await file.write(bytes, position)
    },
    async flush() {
      fail('flush')
      flushes += 1
      await file.flush()
    },
    async truncate(length) {
      fail('truncate')
      await file.truncate(length)
    },
  })
  return {
    ...disk,
    flushes: () => flushes,
    trouble(when) {
      troubles = when ?? []
    },
    async replace(name, content) {
      fail('replace')
      await disk.replace(name, content)
    },
    openForWriting: async (name) => troubled(await disk.openForWriting(name)),
  }
}
