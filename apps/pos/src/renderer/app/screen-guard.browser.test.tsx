import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReactNode } from 'react'
import { createI18n } from '../i18n/i18n.ts'
import { ScreenGuard } from './screen-guard.tsx'

function Broken(): ReactNode {
  throw new Error('this bill adds up to nothing')
}

describe('screen guard', () => {
  let host: HTMLElement
  let root: Root
  let shown: string
  beforeEach(async () => {
    await createI18n('en')
    shown = ''
    host = document.body.appendChild(document.createElement('div'))
    // What React says of a caught error is not a problem of the test.
    root = createRoot(host, { onCaughtError: () => undefined })
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
  })
  afterEach(() => {
    root.unmount()
    host.remove()
    vi.restoreAllMocks()
  })
  const render = async (node: ReactNode) => {
    root.render(node)
    await vi.waitFor(() => expect(host.textContent).not.toBe(shown))
    shown = host.textContent
  }

  it('says what broke, leaves the rest of the page, and leads back', async () => {
    const leave = vi.fn<() => void>()
    const page = (screen: string, content: ReactNode) => (
      <>
        <nav>bar</nav>
        <ScreenGuard key={screen} onLeave={leave}>
          {content}
        </ScreenGuard>
      </>
    )
    await render(page('order', <Broken />))
    expect(host.textContent).toContain('bar')
    expect(host.textContent).toContain('this bill adds up to nothing')
    host.querySelector('button')?.click()
    expect(leave).toHaveBeenCalledOnce()
    await render(page('tables', <p>floor</p>))
    expect(host.textContent).toBe('barfloor')
  })

  it('offers only to reload where there is nothing to go back to', async () => {
    await render(
      <ScreenGuard onLeave={null}>
        <Broken />
      </ScreenGuard>,
    )
    expect([...host.querySelectorAll('button')].map((button) => button.textContent)).toEqual(['Reload'])
  })
})
