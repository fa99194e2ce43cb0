import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { Provider } from 'react-redux'
import { invariant } from '@orderez/core/kernel'
import { App } from './app/app.tsx'
import { followPreferences } from './app/follow-preferences.ts'
import { createI18n } from './i18n/i18n.ts'
import { createUiStore } from './state/index.ts'
import './ui/styles.css'

const store = createUiStore()
const i18n = await createI18n(store.getState().preferences.language)
followPreferences(store, i18n)

const root = document.querySelector('#root')
invariant(root, 'the page has no root')
createRoot(root).render(
  <StrictMode>
    <Provider store={store}>
      <I18nextProvider i18n={i18n}>
        <App />
      </I18nextProvider>
    </Provider>
  </StrictMode>,
)
