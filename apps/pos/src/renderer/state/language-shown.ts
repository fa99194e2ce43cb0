import type { Language } from '@orderez/core/kernel'
import type { RootState } from './ui-store.ts'
import { WALL_SCREENS, type Screen } from './view-slice.ts'

/** As pages name them to browsers and screen readers. */
export const HTML_LANGUAGE = { zh: 'zh-Hans', en: 'en' } as const

/** Screens on a wall, with a bar and a language of their own. */
const ON_A_WALL: ReadonlySet<Screen['name']> = new Set(WALL_SCREENS)

/** Whether a person looks at a screen on a wall. */
export function onAWall({ session, view }: RootState): boolean {
  return session.person !== null && ON_A_WALL.has(view.screen.name)
}

/** The language that the screen speaks now: the kitchen may read another one than the floor. */
export function languageShown(state: RootState): Language {
  const { language, kitchenLanguage } = state.preferences
  return (onAWall(state) ? kitchenLanguage : null) ?? language
}
