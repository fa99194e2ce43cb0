/** The outcome of what a person or a peer can cause. Programmer errors are `invariant`, never a `Result`. */
export type Result<T, C extends string> = Ok<T> | Err<C>

export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

/** `code` is for programs and is mapped once to HTTP and once to sentences; `detail` is for logs. */
export interface Err<C extends string> {
  readonly ok: false
  readonly code: C
  readonly detail?: string
}

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

export function err<const C extends string>(code: C, detail?: string): Err<C> {
  return detail === undefined ? { ok: false, code } : { ok: false, code, detail }
}
