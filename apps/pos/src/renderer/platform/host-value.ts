import type { Result } from '@orderez/core/kernel'
import type { HostError } from '../../shared/host-api.ts'

/** The host could not do it; `code` says why. */
class HostFailure extends Error {
  readonly code: HostError
  constructor(code: HostError, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`)
    this.name = 'HostFailure'
    this.code = code
  }
}

/** For callers whose own contract is to reject. */
export function hostValue<T>(answer: Result<T, HostError>): T {
  if (answer.ok) return answer.value
  throw new HostFailure(answer.code, answer.detail)
}
