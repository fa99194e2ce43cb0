import { crc32 } from 'node:zlib'
import type { Fact, LogTail } from '@orderez/core/orders'

/** What a frame holds: where the log stood when its file began, or a fact. */
export type LogEntry = Fact | { readonly begin: LogTail }

const CRC_DIGITS = 8
const SPACE = 0x20
const NEWLINE = 0x0a

/** One line of text: the CRC-32 of the JSON in hex, a space, the JSON. JSON has no line break of its own, so a person can read the file. */
export function encodeFrame(entry: LogEntry): string {
  const json = JSON.stringify(entry)
  return `${checksum(json)} ${json}\n`
}

/** The frame that begins at `from`, and where it ends; null where there is no whole one. */
export function decodeFrame(
  bytes: Uint8Array,
  from: number,
): { readonly entry: LogEntry; readonly end: number } | null {
  const newline = bytes.indexOf(NEWLINE, from)
  const begin = from + CRC_DIGITS + 1
  if (newline < begin || bytes[begin - 1] !== SPACE) return null
  const json = bytes.subarray(begin, newline)
  if (textOf(bytes.subarray(from, begin - 1)) !== checksum(json)) return null
  // What the checksum vouches for was written by `encodeFrame`.
  const entry: LogEntry = JSON.parse(textOf(json))
  return { entry, end: newline + 1 }
}

/** True where nothing that ends like a frame is left: the last write did not get to its end. */
export function isUnfinished(rest: Uint8Array): boolean {
  return !rest.includes(NEWLINE)
}

function checksum(json: string | Uint8Array): string {
  return crc32(json).toString(16).padStart(CRC_DIGITS, '0')
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}
