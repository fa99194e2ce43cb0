import { describe, expect, it } from 'vitest'
import { createIdSource } from '@orderez/core/kernel'
import { saidIn } from './said-in.ts'

const ids = createIdSource({ now: () => Date.now(), random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) })
const branch = {
  notePresets: [
    { id: ids.next('notePreset'), names: { zh: '免葱', en: 'No scallion' } },
    { id: ids.next('notePreset'), names: { zh: '少油', en: 'Less oil' }, deleted: true },
  ],
}

describe('a note', () => {
  it('is read in the language of the reader, whoever gave it', () => {
    expect(saidIn('No scallion', branch, 'zh')).toBe('免葱')
    expect(saidIn('免葱', branch, 'en')).toBe('No scallion')
  })

  it('keeps what was typed beside a phrase, and reads phrases that are no longer offered', () => {
    expect(saidIn('for the child · Less oil', branch, 'zh')).toBe('for the child · 少油')
  })

  it('is left alone where nothing of it is a phrase of the branch', () => {
    expect(saidIn('nut allergy·severe', branch, 'zh')).toBe('nut allergy·severe')
    expect(saidIn('', branch, 'zh')).toBe('')
  })
})
