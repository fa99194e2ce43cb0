import { useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { Sheet } from './sheet.tsx'
import { KitchenSurface } from './surface.tsx'

function Page() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {'open'}
      </button>
      <button type="button">{'outside'}</button>
      {open ? (
        <Sheet title="Guests" closeLabel="Close" onClose={() => setOpen(false)} testId="guests">
          <button type="button">{'inside'}</button>
        </Sheet>
      ) : null}
    </>
  )
}

describe('sheet', () => {
  let host: HTMLElement
  let root: Root
  beforeEach(() => {
    host = document.body.appendChild(document.createElement('div'))
    root = createRoot(host)
  })
  afterEach(() => {
    root.unmount()
    host.remove()
  })
  const sheet = () => document.querySelector<HTMLElement>('[role="dialog"]')
  const opener = () => host.querySelector('button')
  async function openByKeyboard(): Promise<void> {
    await vi.waitFor(() => expect(opener()).not.toBeNull())
    opener()?.focus()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(sheet()?.contains(document.activeElement)).toBe(true))
  }

  it('is named by its title, keeps the focus inside and gives it back on Escape', async () => {
    root.render(<Page />)
    await openByKeyboard()
    const title = document.getElementById(sheet()?.getAttribute('aria-labelledby') ?? '')
    expect(title?.textContent).toBe('Guests')
    const seen = new Set<string>()
    for (let tab = 0; tab < 5; tab += 1) {
      await userEvent.keyboard('{Tab}')
      expect(sheet()?.contains(document.activeElement)).toBe(true)
      seen.add(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
    }
    expect(seen).toContain('inside')
    expect(seen).toContain('Close')
    await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => expect(sheet()).toBeNull())
    await vi.waitFor(() => expect(document.activeElement).toBe(opener()))
  })

  it('stays open for a tap beside it, and closes by its key', async () => {
    root.render(<Page />)
    await openByKeyboard()
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    document.body.click()
    expect(sheet()).not.toBeNull()
    sheet()?.querySelector<HTMLElement>('[aria-label="Close"]')?.click()
    await vi.waitFor(() => expect(sheet()).toBeNull())
  })

  it('carries the colours of the kitchen where it was opened there', async () => {
    root.render(
      <KitchenSurface twin="dark">
        <Page />
      </KitchenSurface>,
    )
    await openByKeyboard()
    expect(sheet()?.closest('[data-surface="kitchen"]')).not.toBeNull()
  })
})
