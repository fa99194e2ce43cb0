import leveldown from 'leveldown'

export type KeyChange =
  | { readonly type: 'put'; readonly key: string; readonly value: string }
  | { readonly type: 'del'; readonly key: string }

export interface KeyRange {
  /** Included. */
  readonly gte: string
  /** Not included. */
  readonly lt: string
  /** -1: all of them. */
  readonly limit: number
}

/**
 * LevelDB as what it is: text under keys in byte order, changed in atomic batches. For what can be made again: it is not flushed
 * (after a power cut the newest batches may be missing, never a part of one), and a damaged one begins anew.
 */
export interface SortedKeys {
  get(key: string): Promise<string | null>
  range(range: KeyRange): Promise<[key: string, value: string][]>
  apply(changes: readonly KeyChange[]): Promise<void>
  close(): Promise<void>
}

/** Creates what is missing. */
export async function openSortedKeys(location: string): Promise<SortedKeys> {
  const level = leveldown(location)
  try {
    await done((callback) => level.open(callback))
  } catch (error) {
    if (!(error instanceof Error) || !/corruption/i.test(error.message)) throw error
    await done((callback) => leveldown.destroy(location, callback))
    await done((callback) => level.open(callback))
  }
  return {
    get: (key) =>
      new Promise((resolve, reject) => {
        level.get(key, { asBuffer: false }, (error, value) => {
          if (!error) resolve(String(value))
          else if (/notfound/i.test(error.message)) resolve(null)
          else reject(error)
        })
      }),
    range: async ({ gte, lt, limit }) => {
      const iterator = level.iterator({ gte, lt, limit, keyAsBuffer: false, valueAsBuffer: false })
      const entries: [string, string][] = []
      try {
        for (let entry = await next(iterator); entry !== null; entry = await next(iterator)) entries.push(entry)
      } finally {
        await done((callback) => iterator.end(callback))
      }
      return entries
    },
    apply: (changes) => done((callback) => level.batch([...changes], callback)),
    close: () => done((callback) => level.close(callback)),
  }
}

function done(work: (callback: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => work((error) => (error ? reject(error) : resolve())))
}

function next(iterator: ReturnType<ReturnType<typeof leveldown>['iterator']>): Promise<[string, string] | null> {
  return new Promise((resolve, reject) => {
    iterator.next((error, key, value) => {
      if (error) reject(error)
      else resolve(key === undefined ? null : [String(key), String(value)])
    })
  })
}
