import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { Category } from '@orderez/core/menu'
import type { OrderId } from '@orderez/core/kernel'
import { signedOut } from './session-slice.ts'

/** The screens that hang on a wall. */
export const WALL_SCREENS = ['kitchen', 'expo', 'board'] as const

/** Which screen a person looks at, and at what. Ids only: the things themselves are in the local database. */
export type Screen =
  | { readonly name: 'tables' }
  | { readonly name: 'kitchen' }
  | { readonly name: 'expo' }
  | { readonly name: 'board' }
  | { readonly name: 'drawer' }
  | { readonly name: 'manager' }
  | { readonly name: 'closedOrders' }
  | { readonly name: 'order'; readonly order: OrderId }
  | { readonly name: 'payment'; readonly order: OrderId }

interface ViewState {
  readonly screen: Screen
  readonly category: Category['id'] | null
  /** How many refused facts and breaks of the log a person has taken note of; more of them show again. */
  readonly noted: number
}

export const viewSlice = createSlice({
  name: 'view',
  initialState: { screen: { name: 'tables' }, category: null, noted: 0 } as ViewState,
  reducers: {
    screenEntered: (state, action: PayloadAction<Screen>) => ({ ...state, screen: action.payload }),
    risksNoted: (state, action: PayloadAction<number>) => ({ ...state, noted: action.payload }),
    categorySelected: (state, action: PayloadAction<Category['id']>) => ({ ...state, category: action.payload }),
  },
  extraReducers: (builder) => {
    builder.addCase(signedOut, (state) => ({ ...state, screen: { name: 'tables' } }))
  },
})

export const { screenEntered, risksNoted, categorySelected } = viewSlice.actions
