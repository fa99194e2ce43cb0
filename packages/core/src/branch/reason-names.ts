import { namedSo, type Names } from '../kernel/index.ts'
import type { Branch } from './branch.ts'

/** The names of the reason that somebody gave in their own language; its text where the branch knows none by it, as where it was typed. */
export function reasonNames({ reasons = [] }: Pick<Branch, 'reasons'>, text: string): Names {
  return namedSo(reasons, text) ?? { zh: text, en: text }
}
