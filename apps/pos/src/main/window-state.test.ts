import { describe, expect, it } from 'vitest'
import { FIRST_SIZE, placeWindow } from './window-state.ts'

describe('where the window opens', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 }
  const state = (x: number, y: number) => ({ bounds: { x, y, width: 1000, height: 700 }, isMaximized: false })

  it('is where it was, as long as a hand can take hold of it there', () => {
    expect(placeWindow(state(100, 50), [screen])).toEqual(state(100, 50).bounds)
    expect(placeWindow(state(1800, 50), [screen])).toEqual(state(1800, 50).bounds)
  })

  it('is the first place where there is no other, or its screen is gone', () => {
    expect(placeWindow(null, [screen])).toEqual(FIRST_SIZE)
    expect(placeWindow(state(1900, 50), [screen])).toEqual(FIRST_SIZE)
    expect(placeWindow(state(2500, 50), [screen])).toEqual(FIRST_SIZE)
    expect(placeWindow(state(0, -690), [screen])).toEqual(FIRST_SIZE)
  })
})
