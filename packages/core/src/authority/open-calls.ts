/** The calls that are being answered. A stop waits for them: a push may write to a second collection after the first. */
export interface OpenCalls {
  isClosed(): boolean
  track<T>(call: () => Promise<T>): Promise<T>
  /** Resolves when the last one is answered. */
  close(): Promise<void>
}

export function createOpenCalls(): OpenCalls {
  const open = new Set<Promise<unknown>>()
  let closed = false

  return {
    isClosed: () => closed,
    track(call) {
      const answer = call()
      open.add(answer)
      return answer.finally(() => open.delete(answer))
    },
    async close() {
      closed = true
      await Promise.allSettled(open)
    },
  }
}
