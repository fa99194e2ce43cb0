import { useMemo } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { Toast } from './toast.tsx'

let done: string[]

/** Unchanged between two drawings, as a screen gives it. */
function Strip({ text }: { readonly text: string | null }) {
  const news = useMemo(
    () =>
      text === null
        ? null
        : {
            key: text.length,
            text,
            undo: { label: 'Undo', testId: 'undo', forMs: 6_000, onTap: () => done.push(`undone: ${text}`) },
          },
    [text],
  )
  return <Toast label="News" news={news} onDismiss={() => done.push('dismissed')} />
}

describe('toast', () => {
  let host: HTMLElement
  let root: Root
  beforeEach(() => {
    done = []
    host = document.body.appendChild(document.createElement('div'))
    root = createRoot(host)
  })
  afterEach(() => {
    root.unmount()
    host.remove()
  })
  const shown = () => [...host.querySelectorAll('p')].filter((each) => each.checkVisibility()).map((p) => p.textContent)
  const says = (...texts: string[]) => vi.waitFor(() => expect(shown()).toEqual(texts))

  it('shows the last news alone, and nothing when there is none; neither is put away by a person', async () => {
    root.render(<Strip text="cleared" />)
    await says('cleared')
    root.render(<Strip text="repeated" />)
    await says('repeated')
    root.render(<Strip text={null} />)
    await says()
    expect(done).toEqual([])
  })

  it('is reached by F6, taken back by its key, and put away by Escape', async () => {
    root.render(<Strip text="cleared" />)
    await says('cleared')
    await userEvent.keyboard('{F6}{Tab}{Tab}{Enter}')
    await vi.waitFor(() => expect(done).toEqual(['undone: cleared']))
    await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => expect(done).toEqual(['undone: cleared', 'dismissed']))
    await says()
  })
})
