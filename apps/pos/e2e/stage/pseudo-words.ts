import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'

const built = join(import.meta.dirname, '../../dist/web/assets')
const LONGER_BY = 0.4

/** English as a language nobody has translated to yet: every text in brackets, and 40 % longer. */
function pseudo(words: unknown): unknown {
  if (typeof words !== 'string') {
    return Object.fromEntries(Object.entries(words as object).map(([key, value]) => [key, pseudo(value)]))
  }
  const more = Math.ceil(words.replaceAll(/\{\{.*?\}\}/g, '').length * LONGER_BY)
  // In words of their own, as a longer language would have them.
  return `⟦${words}${'~~~~~ '.repeat(Math.ceil(more / 6)).slice(0, more)}⟧`
}

/** From now on the page that speaks English gets pseudo words in its place. */
export async function speakPseudo(page: Page): Promise<void> {
  await page.route(/\/assets\/en-[^/]+\.js$/, async (route) => {
    const file = join(built, basename(new URL(route.request().url()).pathname))
    const words: Record<string, unknown> = await import(pathToFileURL(file).href)
    const body = Object.entries(words).map(([name, value]) => `export const ${name} = ${JSON.stringify(pseudo(value))}`)
    await route.fulfill({ contentType: 'text/javascript', body: body.join('\n') })
  })
  await page.addInitScript(() => {
    const preferences = { language: 'en', theme: 'light', station: null }
    localStorage.setItem('orderez.preferences', JSON.stringify(preferences))
  })
}

/** What people read on the page that is in no file of words and in no document of the restaurant. */
export async function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const data = new Set<string>()
    const collect = (value: unknown): void => {
      if (typeof value === 'string' && /\p{L}/u.test(value)) data.add(value)
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
    }
    const rows = (store: IDBObjectStore) =>
      new Promise<unknown[]>((resolve, reject) => {
        const all = store.getAll()
        all.addEventListener('success', () => resolve(all.result))
        all.addEventListener('error', () => reject(all.error ?? new Error('indexeddb')))
      })
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opened = indexedDB.open(name ?? '')
        opened.addEventListener('success', () => resolve(opened.result))
        opened.addEventListener('error', () => reject(opened.error ?? new Error('indexeddb')))
      })
      for (const store of database.objectStoreNames) {
        collect(await rows(database.transaction(store).objectStore(store)))
      }
      database.close()
    }
    const longestFirst = [...data].toSorted((a, b) => b.length - a.length)
    const own = (text: string) => {
      let rest = text.replaceAll(/⟦[^⟦⟧]*(?:⟦[^⟧]*⟧[^⟦⟧]*)*⟧/g, ' ')
      for (const known of longestFirst) if (/\p{L}/u.test(rest)) rest = rest.replaceAll(known, ' ')
      // Numbers of orders, and letters of names as initials.
      return /\p{L}{2}/u.test(rest.replaceAll(/\b[A-Z]{2}-\d+\b/g, ' ')) ? text.trim() : null
    }
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (
        node.parentElement?.checkVisibility() &&
        !node.parentElement.closest('kbd, svg, [lang]:not(html), [translate=no]')
      ) {
        texts.push(node.textContent ?? '')
      }
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      texts.push(...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''))
    }
    return [...new Set(texts.map(own).filter((text) => text !== null))]
  })
}
