import * as z from 'zod'
import { idSchema, languageSchema } from '@orderez/core/kernel'
import { deviceLanguage } from './device-language.ts'
import { HANDS, KITCHEN_TWINS, preferencesSlice, TEXT_SIZES, THEMES } from './preferences-slice.ts'
import { viewSlice, WALL_SCREENS } from './view-slice.ts'
import type { RootState } from './ui-store.ts'

const PREFERENCES = 'orderez.preferences'
const SESSION = 'orderez.session'
const WALL = 'orderez.wall'

const preferencesSchema = z.object({
  language: languageSchema,
  languages: z.record(idSchema('person'), languageSchema).default({}),
  theme: z.enum(THEMES),
  kitchenTwin: z.enum(KITCHEN_TWINS).default('dark'),
  kitchenLanguage: languageSchema.nullable().default(null),
  textSize: z.literal(TEXT_SIZES).default(100),
  hand: z.enum(HANDS).default('right'),
  sounds: z.boolean().default(true),
  station: idSchema('station').nullable(),
  drawer: idSchema('drawer').nullable().default(null),
})
const sessionSchema = z.strictObject({ person: idSchema('person').nullable() })

/**
 * What outlives a reload: preferences for good; until the tab is closed the person, and the screen on a wall, which nobody stands before to choose
 * again. Anything unreadable is left behind.
 */
export function savedState(): Pick<RootState, 'preferences'> & Partial<Pick<RootState, 'session' | 'view'>> {
  const preferences = preferencesSchema.safeParse(parsed(localStorage.getItem(PREFERENCES)))
  const session = sessionSchema.safeParse(parsed(sessionStorage.getItem(SESSION)))
  const wall = z.enum(WALL_SCREENS).safeParse(sessionStorage.getItem(WALL))
  return {
    preferences: preferences.success
      ? preferences.data
      : { ...preferencesSlice.getInitialState(), language: deviceLanguage(navigator.languages) },
    ...(session.success ? { session: session.data } : {}),
    ...(session.data?.person && wall.success
      ? { view: { ...viewSlice.getInitialState(), screen: { name: wall.data } } }
      : {}),
  }
}

export function saveState(state: RootState): void {
  localStorage.setItem(PREFERENCES, JSON.stringify(state.preferences))
  sessionStorage.setItem(SESSION, JSON.stringify(state.session))
  sessionStorage.setItem(WALL, state.view.screen.name)
}

function parsed(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}
