const BEAT_MS = 1_000
/** A visible window takes over from a leader that has been silent for longer. */
const SILENT_MS = 5_000

export interface LeadershipParts {
  readonly name: string
  /** This window runs the engine from now on. */
  onLead(): void
  /** Another window took over. */
  onFollow(): void
  /** Once a second while leading: tell the others. */
  beat(): void
}

export interface Leadership {
  /** The leader was heard of. */
  heard(): void
  /** Becomes the leader now, whoever leads. */
  takeOver(): Promise<void>
  leave(): void
}

/**
 * One window of a profile runs the engine; the browser's lock manager knows which, also when one crashes. Where there are no locks (no
 * secure context) each window leads: that is safe, because everything sent twice counts once, only wasteful.
 */
export function seekLeadership(parts: LeadershipParts): Leadership {
  if (!('locks' in navigator)) {
    parts.onLead()
    return { heard: () => undefined, takeOver: async () => undefined, leave: () => undefined }
  }
  const left = new AbortController()
  let leading = false
  let heardAt = performance.now()

  function hold(steal: boolean): Promise<void> {
    const granted = Promise.withResolvers<void>()
    const lead = async () => {
      if (left.signal.aborted) return
      leading = true
      parts.onLead()
      granted.resolve()
      await new Promise<void>((release) => left.signal.addEventListener('abort', () => release()))
    }
    const request = navigator.locks.request(parts.name, steal ? { steal } : { signal: left.signal }, lead)
    request.catch((cause: unknown) => {
      // Stolen by a window that is looked at, or no longer waited for.
      if (!(cause instanceof DOMException) || cause.name !== 'AbortError') throw cause
      if (!leading || left.signal.aborted) return
      leading = false
      heardAt = performance.now()
      parts.onFollow()
      void hold(false)
    })
    return granted.promise
  }

  const timer = setInterval(() => {
    if (leading) parts.beat()
    else if (document.visibilityState === 'visible' && performance.now() - heardAt > SILENT_MS) void takeOver()
  }, BEAT_MS)

  async function takeOver(): Promise<void> {
    if (leading || left.signal.aborted) return
    heardAt = performance.now()
    await hold(true)
  }

  void hold(false)
  return {
    heard() {
      heardAt = performance.now()
    },
    takeOver,
    leave() {
      clearInterval(timer)
      left.abort()
    },
  }
}
