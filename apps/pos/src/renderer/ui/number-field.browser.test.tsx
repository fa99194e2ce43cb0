import { useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { NumberField } from './number-field.tsx'

/** What was written, in order; `empty` for a field left empty. */
let written: (number | 'empty')[]

function Seats({ mayBeEmpty }: { readonly mayBeEmpty: boolean }) {
  const [seats, setSeats] = useState<number | null>(4)
  const empty = () => {
    written.push('empty')
    setSeats(null)
  }
  return (
    <NumberField
      label="Seats"
      lessLabel="fewer"
      moreLabel="more"
      min={0}
      max={12}
      value={seats}
      onValue={(next) => {
        written.push(next)
        setSeats(next)
      }}
      {...(mayBeEmpty ? { onEmpty: empty } : {})}
    />
  )
}

describe('number field', () => {
  let host: HTMLElement
  let root: Root
  beforeEach(() => {
    written = []
    host = document.body.appendChild(document.createElement('div'))
    root = createRoot(host)
  })
  afterEach(() => {
    root.unmount()
    host.remove()
  })
  async function open(mayBeEmpty = false): Promise<HTMLInputElement> {
    root.render(<Seats mayBeEmpty={mayBeEmpty} />)
    return vi.waitFor(() => {
      const input = host.querySelector<HTMLInputElement>('input:not([type="number"])')
      if (!input) throw new Error('no field yet')
      return input
    })
  }
  const key = (name: string) => {
    const found = host.querySelector(`[aria-label="${name}"]`)
    if (!found) throw new Error(`no key ${name}`)
    return found
  }

  it('is named by its label and steps by its keys', async () => {
    const input = await open()
    expect(input.labels?.[0]?.textContent).toBe('Seats')
    await userEvent.click(key('more'))
    await userEvent.click(key('more'))
    await userEvent.click(key('fewer'))
    await vi.waitFor(() => expect(written).toEqual([5, 6, 5]))
    expect(input.value).toBe('5')
  })

  it('writes what is typed once, when the field is left, and within its limits', async () => {
    const input = await open()
    await userEvent.fill(input, '10')
    expect(written).toEqual([])
    await userEvent.tab()
    await vi.waitFor(() => expect(written).toEqual([10]))
    await userEvent.fill(input, '40')
    await userEvent.tab()
    await vi.waitFor(() => expect(written).toEqual([10, 12]))
    expect(input.value).toBe('12')
    expect(key('more').hasAttribute('data-disabled')).toBe(true)
  })

  it('comes back when it is emptied, unless it may be empty', async () => {
    const input = await open()
    await userEvent.clear(input)
    await userEvent.tab()
    await vi.waitFor(() => expect(input.value).toBe('4'))
    expect(written).toEqual([])
    root.unmount()
    root = createRoot(host)
    const optional = await open(true)
    await userEvent.clear(optional)
    await userEvent.tab()
    await vi.waitFor(() => expect(written).toEqual(['empty']))
    expect(optional.value).toBe('')
  })
})
