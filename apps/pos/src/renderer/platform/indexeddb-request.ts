/** The result of one request. Inside a transaction the next request has to follow without another await in between. */
export function requestResult<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB request failed')))
  })
}

/** Resolves when the transaction is complete: with `durability: 'strict'` that is after the flush. */
export function transactionDone(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error('IndexedDB transaction aborted'))
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', fail)
    transaction.addEventListener('error', fail)
  })
}

/** Opens a database at version 1, which `create` lays out. */
export function openIndexedDb(name: string, create: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.addEventListener('upgradeneeded', () => create(request.result))
  return requestResult(request)
}

/** Opens a database as it is; null where there is none, and none is made. */
export async function openExistingIndexedDb(name: string): Promise<IDBDatabase | null> {
  const request = indexedDB.open(name)
  let isMissing = false
  request.addEventListener('upgradeneeded', () => {
    isMissing = true
    request.transaction?.abort()
  })
  try {
    return await requestResult(request)
  } catch (cause) {
    if (isMissing) return null
    throw cause
  }
}
