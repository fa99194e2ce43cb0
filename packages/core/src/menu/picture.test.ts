import { describe, expect, it } from 'vitest'
import { photoOf, pictureName, pictureType } from './index.ts'

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (character) => character.charCodeAt(0)) : [...part],
    ),
  )
const PNG = bytes('\x89PNG\r\n\x1A\n', [0, 0, 0, 13], 'IHDR', [0, 0, 2, 0, 0, 0, 1, 0, 8, 6, 0, 0, 0])
const JPEG = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 1, 0, 2, 0, 3])
const webp = (chunk: string, ...body: number[]) =>
  bytes(
    'RIFF',
    [40, 0, 0, 0],
    'WEBP',
    chunk,
    [20, 0, 0, 0],
    body,
    Array.from({ length: 30 - body.length }, () => 0),
  )

describe('photoOf', () => {
  it('tells kind and size from the first bytes', () => {
    expect(photoOf(PNG)).toEqual({ kind: 'png', width: 512, height: 256 })
    expect(photoOf(JPEG)).toEqual({ kind: 'jpg', width: 512, height: 256 })
    expect(photoOf(webp('VP8 ', 0, 0, 0, 0x9d, 1, 0x2a, 0, 2, 0, 0x41))).toEqual({
      kind: 'webp',
      width: 512,
      height: 256,
    })
    expect(photoOf(webp('VP8L', 0x2f, 0xff, 0xc1, 0x3f, 0))).toEqual({ kind: 'webp', width: 512, height: 256 })
    expect(photoOf(webp('VP8X', 0, 0, 0, 0, 0xff, 1, 0, 0xff, 0, 0))).toEqual({ kind: 'webp', width: 512, height: 256 })
  })

  it('looks at its own part of a larger buffer', () => {
    const larger = new Uint8Array([7, 7, 7, ...PNG])
    expect(photoOf(larger.subarray(3))?.kind).toBe('png')
  })

  it.each([
    ['nothing', bytes()],
    ['an SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', bytes('<!doctype html><script>alert(1)</script>')],
    ['a GIF', bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0])],
    ['a PNG cut off', PNG.subarray(0, 20)],
    ['a PNG without a size', bytes('\x89PNG\r\n\x1A\n', [0, 0, 0, 13], 'IHDR', [0, 0, 0, 0, 0, 0, 0, 0])],
    ['a JPEG that never begins', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['a JPEG whose segments stand still', bytes([0xff, 0xd8, 0xff, 0xe0], [0xff, 0xff], [0xff, 0xe0, 0xff, 0xff])],
    [
      'another RIFF',
      bytes(
        'RIFF',
        [40, 0, 0, 0],
        'WAVE',
        'fmt ',
        Array.from({ length: 30 }, () => 1),
      ),
    ],
  ])('%s is no photograph', (_, file) => {
    expect(photoOf(file)).toBeNull()
  })
})

describe('the name of a picture', () => {
  const hash = 'a'.repeat(64)
  it('is hash and kind, and tells its type', () => {
    expect(pictureType(pictureName(hash, 'jpg'))).toBe('image/jpeg')
    expect(pictureType(`${hash}.svg`)).toBe('image/svg+xml')
    for (const other of [`${hash}.gif`, `../${hash}.jpg`, `${hash.toUpperCase()}.jpg`, `${hash}.jpg `])
      expect(pictureType(other)).toBeNull()
  })
})
