import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

describe('csvOf', () => {
  it('quotes what RFC 4180 asks to be quoted, behind a byte order mark', () => {
    const rows = [
      ['宫保鸡丁', 12, -5],
      ['a,b', 'say "hi"', 'two\nlines'],
    ]
    expect(csvOf(rows)).toBe('\uFEFF宫保鸡丁,12,-5\r\n"a,b","say ""hi""","two\nlines"\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '＝1', '\r\n=1'])('lets %j be no formula', (text) => {
    expect(csvOf([[text]]).replace(/^\uFEFF"?/, '')).toMatch(/^'/)
  })
})
