import * as z from 'zod'
import { idSchema, languageSchema } from '@orderez/core/kernel'
import { deviceLanguage } from './device-language.ts'
import { HANDS, KITCHEN_TWINS, preferencesSlice, TEXT_SIZES, THEMES } from './preferences-slice.ts'
import type { RootState } from './ui-store.ts'

const PREFERENCES = 'orderez.preferences'
const SESSION = 'orderez.session'

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

/** What outlives a reload: preferences for good, the person until the tab is closed. Anything unreadable is left behind. */
export function savedState(): Pick<RootState, 'preferences'> & Partial<Pick<RootState, 'session'>> {
  const preferences = preferencesSchema.safeParse(parsed(localStorage.getItem(PREFERENCES)))
  const session = sessionSchema.safeParse(parsed(sessionStorage.getItem(SESSION)))
  return {
    preferences: preferences.success
      ? preferences.data
      : { ...preferencesSlice.getInitialState(), language: deviceLanguage(navigator.languages) },
    ...(session.success ? { session: session.data } : {}),
  }
}

export function saveState(state: RootState): void {
  localStorage.setItem(PREFERENCES, JSON.stringify(state.preferences))
  sessionStorage.setItem(SESSION, JSON.stringify(state.session))
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
