import { combineReducers, configureStore } from '@reduxjs/toolkit'
import { useDispatch, useSelector, useStore } from 'react-redux'
import { preferencesSlice } from './preferences-slice.ts'
import { savedState, saveState } from './saved-state.ts'
import { sessionSlice } from './session-slice.ts'
import { viewSlice } from './view-slice.ts'

const reducer = combineReducers({
  session: sessionSlice.reducer,
  preferences: preferencesSlice.reducer,
  view: viewSlice.reducer,
})
export type RootState = ReturnType<typeof reducer>

export function createUiStore() {
  const store = configureStore({ reducer, preloadedState: savedState(), devTools: false })
  let saved = store.getState()
  store.subscribe(() => {
    const state = store.getState()
    const { preferences, session, view } = saved
    if (state.preferences !== preferences || state.session !== session || state.view.screen !== view.screen)
      saveState(state)
    saved = state
  })
  return store
}

export type UiStore = ReturnType<typeof createUiStore>

export const useUi = useSelector.withTypes<RootState>()
export const useUiDispatch = useDispatch.withTypes<UiStore['dispatch']>()
export const useUiStore = useStore.withTypes<UiStore>()
