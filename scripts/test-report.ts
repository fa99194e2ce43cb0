/** What is used of Vitest's JSON report. */
export interface TestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly TestFileReport[]
}

interface TestFileReport {
  readonly name: string
  readonly status: string
  readonly message: string
  readonly assertionResults: readonly { readonly status: string }[]
}

export interface TestOutcome {
  /** The last line of a test run, in the form that CI services read. */
  readonly closingLine: string
  readonly passed: boolean
  readonly notes: readonly string[]
}

/** A file that failed without a failed test: it could not be loaded, or a hook failed. */
function brokenFiles(report: TestReport): string[] {
  return report.testResults
    .filter(({ status }) => status === 'failed')
    .filter(({ assertionResults }) => assertionResults.every(({ status }) => status !== 'failed'))
    .map(({ name, message }) => `${name}: ${message}`)
}

/**
 * Sums up a run of Vitest. A skipped test, a file that failed as a whole, a run without tests, and an exit code that no
 * test explains (an error outside tests) are failures.
 */
export function testOutcome(report: TestReport, exitCode: number): TestOutcome {
  const notes = brokenFiles(report)
  const counted = report.numFailedTests + notes.length
  const nothingRan = report.numPassedTests + counted === 0
  const failed = counted > 0 || (exitCode === 0 && !nothingRan) ? counted : 1
  const skipped = report.numPendingTests + report.numTodoTests
  return {
    closingLine: `${report.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    passed: failed === 0 && skipped === 0,
    notes: nothingRan ? [...notes, 'No test ran.'] : notes,
  }
}

/** The outcome of a run that came to no report at all. */
export function unreadTestRun(cause: unknown): TestOutcome {
  const note = cause instanceof Error ? cause.message : String(cause)
  return { closingLine: '0 passed, 1 failed', passed: false, notes: [note] }
}
