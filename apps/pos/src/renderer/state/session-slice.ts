import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { PersonId } from '@orderez/core/kernel'

interface SessionState {
  readonly person: PersonId | null
}

/** Who holds the terminal. What they may do is read from their document each time. */
export const sessionSlice = createSlice({
  name: 'session',
  initialState: { person: null } as SessionState,
  reducers: {
    signedIn: (_state, action: PayloadAction<PersonId>) => ({ person: action.payload }),
    signedOut: () => ({ person: null }),
    /** This installation is no terminal any more. */
    terminalForgotten: () => ({ person: null }),
  },
})

export const { signedIn, signedOut, terminalForgotten } = sessionSlice.actions
