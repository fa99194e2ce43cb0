import * as z from 'zod'
import { safeText } from './safe-text.ts'

export const languageSchema = z.enum(['zh', 'en'])
export type Language = z.infer<typeof languageSchema>

/** A name in both languages; one of the two may be empty, then the other stands in. */
export const namesSchema = z
  .strictObject({ zh: safeText(120), en: safeText(120) })
  .refine((names) => names.zh.trim() !== '' || names.en.trim() !== '', 'names.empty')
export type Names = z.infer<typeof namesSchema>

/** Of things with names, the one that somebody called by its name in either language. */
export function namedSo(known: readonly { readonly names: Names }[], text: string): Names | undefined {
  return known.find(({ names }) => names.zh === text || names.en === text)?.names
}

/** The name in a language, or in the other one where it has none. */
export function nameIn(names: Names, language: Language): string {
  const wanted = names[language]
  if (wanted.trim() !== '') return wanted
  return language === 'zh' ? names.en : names.zh
}
