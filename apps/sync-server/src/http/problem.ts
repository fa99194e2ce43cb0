import type { ErrorRequestHandler, Response } from 'express'
import { StoreError } from '@orderez/core/sync'

/** Every code that can leave over HTTP, with its status. One table; the terminal has a sentence for each. */
export const PROBLEMS = {
  'request.malformed': 400,
  'request.tooLarge': 413,
  'request.notJson': 415,
  'request.tooMany': 429,
  'json.malformed': 400,
  'json.duplicateKey': 400,
  'json.tooDeep': 400,
  'json.unsafeNumber': 400,
  'json.illFormedText': 400,
  'json.forbiddenKey': 400,
  'token.missing': 401,
  'token.invalid': 401,
  'terminal.revoked': 401,
  'terminal.unknown': 401,
  'branch.other': 403,
  'ledger.other': 403,
  'joinCode.wrong': 403,
  'joinCode.locked': 429,
  'setupCode.wrong': 403,
  'setup.closed': 409,
  'signIn.wrong': 403,
  'right.missing': 403,
  'picture.notAPhoto': 415,
  'picture.unknown': 404,
  'route.unknown': 404,
  'method.unknown': 405,
  'cursor.invalid': 400,
  'protocol.unsupported': 426,
  'authority.unavailable': 503,
  'server.stopping': 503,
  'server.fault': 500,
} as const
export type ProblemCode = keyof typeof PROBLEMS

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code)
}

/** Thrown by routes; becomes one problem+json answer. `detail` is for the reader and never carries internals. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly detail: string | undefined
  constructor(code: ProblemCode, detail?: string) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

export function sendProblem(response: Response, code: ProblemCode, detail?: string): void {
  // Half an answer cannot become another one; cut off, it is at least not taken for a whole one.
  if (response.headersSent) return void response.destroy()
  const status = PROBLEMS[code]
  if (status === 503) response.setHeader('retry-after', '1')
  response
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({ type: 'about:blank', title: code, status, code, ...(detail === undefined ? {} : { detail }) }),
    )
}

/** The last handler: what is not a `Problem` is our fault, is logged with the request's id, and tells nothing outward. */
export function problemHandler(report: (fault: unknown, requestId: string) => void): ErrorRequestHandler {
  return (fault: unknown, request, response, _next) => {
    if (fault instanceof Problem) return sendProblem(response, fault.code, fault.detail)
    const code = codeOfBodyError(fault)
    if (code) return sendProblem(response, code)
    report(fault, String(request.headers['x-request-id'] ?? ''))
    sendProblem(response, fault instanceof StoreError ? 'authority.unavailable' : 'server.fault')
  }
}

/** The body reader and the static files throw errors of their own kind. */
function codeOfBodyError(fault: unknown): ProblemCode | null {
  if (typeof fault !== 'object' || fault === null) return null
  const { type, status } = fault as { type?: unknown; status?: unknown }
  if (type === 'entity.too.large') return 'request.tooLarge'
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return 'request.notJson'
  if (status === 404) return 'route.unknown'
  return typeof status === 'number' && status >= 400 && status < 500 ? 'request.malformed' : null
}
