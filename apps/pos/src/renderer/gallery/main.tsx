import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { invariant } from '@orderez/core/kernel'
import { createI18n, wordsAhead } from '../i18n/i18n.ts'
import { GalleryPage } from './gallery-page.tsx'
import '../ui/styles.css'

const words = await createI18n('zh')
await wordsAhead(words)
const root = document.querySelector('#root')
invariant(root, 'the page has no root')
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      <GalleryPage />
    </I18nextProvider>
  </StrictMode>,
)
