import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { DrawerId, Language, StationId } from '@orderez/core/kernel'

export type Theme = 'light' | 'dark'

interface PreferencesState {
  readonly language: Language
  readonly theme: Theme
  /** The station that this terminal shows as a kitchen screen. */
  readonly station: StationId | null
  /** The drawer that cash taken on this terminal goes to. */
  readonly drawer: DrawerId | null
}

export const preferencesSlice = createSlice({
  name: 'preferences',
  initialState: { language: 'zh', theme: 'light', station: null, drawer: null } as PreferencesState,
  reducers: {
    languageChosen: (state, action: PayloadAction<Language>) => ({ ...state, language: action.payload }),
    themeChosen: (state, action: PayloadAction<Theme>) => ({ ...state, theme: action.payload }),
    drawerChosen: (state, action: PayloadAction<DrawerId>) => ({ ...state, drawer: action.payload }),
    stationChosen: (state, action: PayloadAction<StationId>) => ({ ...state, station: action.payload }),
  },
})

export const { languageChosen, themeChosen, stationChosen, drawerChosen } = preferencesSlice.actions
