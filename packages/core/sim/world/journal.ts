import { createHash } from 'node:crypto'

/** What happened in a run, line by line. The digest of all lines shows that a seed gives the same run each time. */
export interface Journal {
  write(line: string): void
  /** What only somebody who reads the whole script wants to know. */
  detail(line: () => string): void
  /** The end of the script; all of it when the journal was asked to keep everything. */
  tail(): readonly string[]
  digest(): string
}

const TAIL = 60

export function createJournal(now: () => number, keepAll: boolean): Journal {
  const hash = createHash('sha256')
  const timed = (line: string) => `${(now() / 1_000).toFixed(3).padStart(9)}  ${line}`
  let lines: string[] = []
  return {
    write(line) {
      const text = timed(line)
      hash.update(text).update('\n')
      lines.push(text)
      if (!keepAll && lines.length > 2 * TAIL) lines = lines.slice(-TAIL)
    },
    detail(line) {
      if (keepAll) lines.push(timed(`  ${line()}`))
    },
    tail: () => (keepAll ? lines : lines.slice(-TAIL)),
    digest: () => hash.copy().digest('hex'),
  }
}
