import type { KeyboardEvent } from 'react'

/** In the order of reading. */
const STEPS: { readonly [key: string]: number } = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }

/** Arrows go through the targets in their order, as Tab does. */
export function focusInTurn(event: KeyboardEvent<HTMLElement>, selector: string): void {
  const step = STEPS[event.key]
  if (step !== undefined) focusOther(event, selector, (all, here) => all[here + step])
}

/** Left and right as one reads, up and down to the nearest of the next row. */
export function focusInGrid(event: KeyboardEvent<HTMLElement>, selector: string): void {
  const step = STEPS[event.key]
  if (step === undefined) return
  const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
  focusOther(event, selector, (all, here) => (sideways ? all[here + step] : inNextRow(all, here, step)))
}

function focusOther(
  event: KeyboardEvent<HTMLElement>,
  selector: string,
  other: (all: readonly HTMLElement[], here: number) => HTMLElement | undefined,
): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)]
  const here = all.findIndex((each) => each === document.activeElement)
  if (here === -1) return
  event.preventDefault()
  other(all, here)?.focus()
}

function inNextRow(all: readonly HTMLElement[], here: number, step: number): HTMLElement | undefined {
  const from = all[here]?.getBoundingClientRect()
  if (!from) return undefined
  const ahead = (step > 0 ? all.slice(here + 1) : all.slice(0, here).toReversed()).map((target) => ({
    target,
    box: target.getBoundingClientRect(),
  }))
  const row = ahead.find(({ box }) => Math.sign(box.top - from.top) === step)?.box.top
  return ahead
    .filter(({ box }) => box.top === row)
    .toSorted((one, two) => Math.abs(one.box.left - from.left) - Math.abs(two.box.left - from.left))[0]?.target
}
