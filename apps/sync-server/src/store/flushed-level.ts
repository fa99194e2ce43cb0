import leveldown from 'leveldown'

export interface FlushedLevel {
  /** What PouchDB takes as its `db`: called without `new`, and `destroy` belongs to it. */
  readonly open: LevelFactory
  /** Closes every database that was opened through `open`. */
  close(): Promise<void>
}

export interface LevelFactory {
  (location: string): LevelDatabase
  destroy(location: string, done: (error?: Error) => void): void
}

type LevelDatabase = ReturnType<typeof leveldown>

/**
 * LevelDB that has written to the disk before it answers. PouchDB never asks for that itself: after a power cut, documents whose
 * writers had their answer would be missing.
 */
export function createFlushedLevel(onFlush: () => void): FlushedLevel {
  const opened = new Set<LevelDatabase>()

  function open(location: string): LevelDatabase {
    const database = leveldown(location)
    opened.add(database)
    return flushing(database, onFlush)
  }

  return {
    open: Object.assign(open, { destroy: leveldown.destroy.bind(leveldown) }),
    close: async () => {
      await Promise.all([...opened].map(closed))
    },
  }
}

/** How many parameters come before the options. */
const OPERANDS = { put: 2, del: 1, batch: 1 } as const

function flushing(database: LevelDatabase, onFlush: () => void): LevelDatabase {
  for (const [method, operands] of Object.entries(OPERANDS)) {
    const original: (...parameters: unknown[]) => unknown = Reflect.get(database, method)
    Reflect.set(database, method, (...parameters: unknown[]) => {
      // A chained batch takes its options elsewhere; PouchDB has none.
      if (parameters.length === 0) throw new Error('chained batches are not flushed')
      return original.apply(database, withSync(parameters, operands, onFlush))
    })
  }
  return database
}

function withSync(parameters: readonly unknown[], operands: number, onFlush: () => void): unknown[] {
  const [options, done] = parameters.length > operands + 1 ? parameters.slice(operands) : [{}, parameters[operands]]
  if (typeof done !== 'function') throw new Error('a write without a callback')
  const flushed = (error?: Error): void => {
    if (!error) onFlush()
    done(error)
  }
  return [...parameters.slice(0, operands), { ...toObject(options), sync: true }, flushed]
}

function toObject(options: unknown): object {
  return typeof options === 'object' && options !== null ? options : {}
}

function closed(database: LevelDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    if (database.status !== 'open') return resolve()
    database.close((error) => (error ? reject(error) : resolve()))
  })
}
