import * as z from 'zod'

/** A visible character may be several code units (a family emoji has 11); storage is bounded all the same. */
const UNITS_A_GRAPHEME = 16

const segmenter =
  typeof Intl.Segmenter === 'function' ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : null

// Line feeds are a person's; every other control character, and the two Unicode line separators, is not.
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/

/** No lone surrogate, no control character but the line feed. */
export function isWellFormedText(text: string): boolean {
  return text.isWellFormed() && !CONTROL.test(text)
}

/** Length as a person counts: graphemes, or code points where the platform cannot segment. */
export function textLength(text: string): number {
  let length = 0
  for (const _part of segmenter ? segmenter.segment(text) : text) length += 1
  return length
}

/** The longest beginning that `safeText(max)` accepts by length; never cuts through a grapheme. Inputs use it as the person types. */
export function cutText(text: string, max: number): string {
  let kept = ''
  let length = 0
  for (const part of segmenter ? segmenter.segment(text) : text) {
    const grapheme = typeof part === 'string' ? part : part.segment
    if (length === max || kept.length + grapheme.length > max * UNITS_A_GRAPHEME) break
    kept += grapheme
    length += 1
  }
  return kept
}

// What a one-line field cannot show. A carriage return with its line feed is one break.
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const ONE_LINE_BREAKERS = /\r\n|[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g
const LONE_SURROGATE = /\p{Surrogate}/gu

/** What a person typed or pasted into a one-line field, made acceptable to `safeText(max)`: each line break or control character becomes a space, lone surrogates go, the rest is cut to `max` graphemes. */
export function cleanText(text: string, max: number): string {
  return cutText(text.replace(LONE_SURROGATE, '').replace(ONE_LINE_BREAKERS, ' '), max)
}

/** Text that a person typed, kept as typed: well-formed, no control characters but the line feed, at most `max` graphemes. */
export function safeText(max: number): z.ZodString {
  return z
    .string()
    .max(max * UNITS_A_GRAPHEME)
    .refine(isWellFormedText, 'text.illFormed')
    .refine((text) => text.length <= max || textLength(text) <= max, 'text.tooLong')
}
