import { lazy, useState, type ComponentType } from 'react'

/** After a failed fetch, the next visit asks again; a visit that is under way shows the failure first. */
const ASK_AGAIN_MS = 1_000

interface ScreenAhead<P extends object> {
  readonly Screen: ComponentType<P>
  readonly fetch: () => Promise<ComponentType<P>>
}

/** A screen in a file of its own. Once fetched it is drawn at once, without a moment of "opening". */
export function screenAhead<P extends object>(load: () => Promise<ComponentType<P>>): ScreenAhead<P> {
  let known: ComponentType<P> | null = null
  let coming: Promise<ComponentType<P>> | null = null
  let Waiting = lazily()

  function lazily() {
    return lazy(async () => ({ default: await fetch() }))
  }
  function forget(): void {
    coming = null
    Waiting = lazily()
  }
  function fetch(): Promise<ComponentType<P>> {
    coming ??= load()
    coming.then(
      (component) => {
        known = component
      },
      () => setTimeout(forget, ASK_AGAIN_MS),
    )
    return coming
  }
  function Screen(props: P) {
    // Chosen once a visit: another component in the same place would lose the screen's state.
    const [Chosen] = useState<ComponentType<P>>(() => known ?? Waiting)
    return <Chosen {...props} />
  }
  return { Screen, fetch }
}
