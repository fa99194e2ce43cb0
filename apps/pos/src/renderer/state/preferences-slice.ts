import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import { terminalForgotten } from './session-slice.ts'
import type { DrawerId, Language, PersonId, StationId } from '@orderez/core/kernel'

export const THEMES = ['light', 'dark', 'system'] as const
export type Theme = (typeof THEMES)[number]

export const KITCHEN_TWINS = ['dark', 'light'] as const
export type KitchenTwin = (typeof KITCHEN_TWINS)[number]

/** Percent of the browser's own letter size. */
export const TEXT_SIZES = [90, 100, 115, 130] as const
export type TextSize = (typeof TEXT_SIZES)[number]

export const HANDS = ['right', 'left'] as const
export type Hand = (typeof HANDS)[number]

export interface PreferencesState {
  readonly language: Language
  /** What people chose for themselves on this terminal; their document says what they start with elsewhere. */
  readonly languages: Readonly<Record<PersonId, Language>>
  readonly theme: Theme
  /** The surface of the screens on a wall: dark through steam, light for a bright pass. */
  readonly kitchenTwin: KitchenTwin
  /** The language of the screens on a wall; null is that of the person. */
  readonly kitchenLanguage: Language | null
  readonly textSize: TextSize
  /** The hand that taps: the slip, the rail and the keys lie on its side. */
  readonly hand: Hand
  readonly sounds: boolean
  /** The station that this terminal shows as a kitchen screen. */
  readonly station: StationId | null
  /** The drawer that cash taken on this terminal goes to. */
  readonly drawer: DrawerId | null
}

const INITIAL: PreferencesState = {
  language: 'zh',
  languages: {},
  theme: 'light',
  kitchenTwin: 'dark',
  kitchenLanguage: null,
  textSize: 100,
  hand: 'right',
  sounds: true,
  station: null,
  drawer: null,
}

interface PersonsLanguage {
  readonly person: PersonId
  readonly language: Language
}

export const preferencesSlice = createSlice({
  name: 'preferences',
  initialState: INITIAL,
  reducers: {
    languageChosen: (state, action: PayloadAction<Language>) => ({ ...state, language: action.payload }),
    /** A person chose for themselves: they find it again after the next sign-in. */
    ownLanguageChosen: (state, { payload }: PayloadAction<PersonsLanguage>) => ({
      ...state,
      language: payload.language,
      languages: { ...state.languages, [payload.person]: payload.language },
    }),
    /** Somebody took the terminal, whose document names this language. */
    personGreeted: (state, { payload }: PayloadAction<PersonsLanguage>) => ({
      ...state,
      language: state.languages[payload.person] ?? payload.language,
    }),
    themeChosen: (state, action: PayloadAction<Theme>) => ({ ...state, theme: action.payload }),
    kitchenTwinChosen: (state, action: PayloadAction<KitchenTwin>) => ({ ...state, kitchenTwin: action.payload }),
    kitchenLanguageChosen: (state, action: PayloadAction<Language | null>) => ({
      ...state,
      kitchenLanguage: action.payload,
    }),
    textSizeChosen: (state, action: PayloadAction<TextSize>) => ({ ...state, textSize: action.payload }),
    handChosen: (state, action: PayloadAction<Hand>) => ({ ...state, hand: action.payload }),
    soundsSwitched: (state, action: PayloadAction<boolean>) => ({ ...state, sounds: action.payload }),
    drawerChosen: (state, action: PayloadAction<DrawerId>) => ({ ...state, drawer: action.payload }),
    stationChosen: (state, action: PayloadAction<StationId>) => ({ ...state, station: action.payload }),
  },
  extraReducers: (builder) => {
    // Stations, drawers and people of a restaurant that is left mean nothing in the next.
    builder.addCase(terminalForgotten, (state) => ({
      ...state,
      station: null,
      drawer: null,
      languages: {},
    }))
  },
})

export const {
  languageChosen,
  ownLanguageChosen,
  personGreeted,
  themeChosen,
  kitchenTwinChosen,
  kitchenLanguageChosen,
  textSizeChosen,
  handChosen,
  soundsSwitched,
  stationChosen,
  drawerChosen,
} = preferencesSlice.actions
