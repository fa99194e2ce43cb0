import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson, type JsonValue } from './json.ts'

/** SHA-256 of the text's UTF-8, 64 hex digits in lower case. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** SHA-256 of bytes, 64 hex digits in lower case. */
export function sha256HexOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** The hash of what a value says, whatever the order of its keys. */
export function digestOf(value: JsonValue): string {
  return sha256Hex(canonicalJson(value))
}
