import { describe, expect, test } from 'vitest'
import { testOutcome, unreadTestRun, type TestReport } from './test-report.ts'

const green: TestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ name: 'a.test.ts', status: 'passed', message: '', assertionResults: [{ status: 'passed' }] }],
}
const brokenFile = { name: 'b.test.ts', status: 'failed', message: 'cannot load', assertionResults: [] }

describe('the outcome of a test run', () => {
  test('is green when every test passed', () => {
    expect(testOutcome(green, 0)).toEqual({ closingLine: '3 passed, 0 failed', passed: true, notes: [] })
  })

  test('counts failed tests', () => {
    expect(testOutcome({ ...green, numFailedTests: 2 }, 1)).toMatchObject({
      closingLine: '3 passed, 2 failed',
      passed: false,
    })
  })

  test('takes a skipped test for a failure', () => {
    expect(testOutcome({ ...green, numPendingTests: 1 }, 0)).toMatchObject({
      closingLine: '3 passed, 0 failed, 1 skipped',
      passed: false,
    })
  })

  test('takes a file that could not be loaded for a failed test, and names it', () => {
    const outcome = testOutcome({ ...green, testResults: [...green.testResults, brokenFile] }, 1)
    expect(outcome).toEqual({ closingLine: '3 passed, 1 failed', passed: false, notes: ['b.test.ts: cannot load'] })
  })

  test('fails when no test ran', () => {
    const nothing = { ...green, numPassedTests: 0, testResults: [] }
    expect(testOutcome(nothing, 0)).toMatchObject({ closingLine: '0 passed, 1 failed', passed: false })
  })

  test('fails on an exit code that no test explains', () => {
    expect(testOutcome(green, 1)).toMatchObject({ closingLine: '3 passed, 1 failed', passed: false })
  })

  test('fails when there is no report', () => {
    expect(unreadTestRun(new Error('no report'))).toEqual({
      closingLine: '0 passed, 1 failed',
      passed: false,
      notes: ['no report'],
    })
  })
})
