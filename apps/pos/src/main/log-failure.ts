/** Why the log did not do it; `log.full` and `log.failed` reach the window as they are. */
type LogFailureCode = 'log.full' | 'log.failed' | 'log.closed'

/** Nothing of what was asked happened; what was saved before is untouched, and the next call may work again. */
export class LogFailure extends Error {
  readonly code: LogFailureCode

  constructor(code: LogFailureCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'LogFailure'
    this.code = code
  }
}

/** Names an error of the file system. */
export function asLogFailure(cause: unknown): LogFailure {
  if (cause instanceof LogFailure) return cause
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  const isFull = code === 'ENOSPC' || code === 'EDQUOT'
  return new LogFailure(isFull ? 'log.full' : 'log.failed', String(cause), { cause })
}
