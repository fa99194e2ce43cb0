import type { MenuText } from './parse-menu-text.ts'

/** What is left to mend of a pasted menu when its dishes are written: the wrong lines under their headings; '' where every line was read. */
export function unreadPart(text: string, { rows, errors }: MenuText): string {
  if (errors.length === 0) return ''
  const read = new Set(rows.map(({ line }) => line))
  return text
    .split('\n')
    .filter((_, index) => !read.has(index + 1))
    .join('\n')
}
