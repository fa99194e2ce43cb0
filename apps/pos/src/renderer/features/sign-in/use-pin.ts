import { useEffect, useEffectEvent, useState } from 'react'
import type { Person } from '@orderez/core/branch'
import { verifyPin } from './verify-pin.ts'

export const PIN_DIGITS = 6

interface PinEntry {
  readonly pin: string
  readonly wrong: boolean
  readonly checking: boolean
  readonly type: (digits: string) => void
  readonly erase: () => void
}

/** The digits typed for a person, on the screen or the keyboard; the sixth one checks them. */
export function usePin(person: Person, onRight: () => void): PinEntry {
  const [pin, setPin] = useState('')
  const [wrong, setWrong] = useState(false)
  const checking = pin.length === PIN_DIGITS
  const right = useEffectEvent(onRight)

  useEffect(() => {
    if (!checking) return
    let left = false
    const verified = person.pinHash ? verifyPin(pin, person.pinHash) : Promise.resolve(false)
    void verified.then((isRight) => {
      if (left) return
      if (isRight) right()
      else {
        setWrong(true)
        setPin('')
      }
    })
    return () => {
      left = true
    }
  }, [checking, pin, person])

  const type = (digits: string) => {
    setWrong(false)
    setPin((known) => (known + digits).slice(0, PIN_DIGITS))
  }
  const erase = () => setPin((known) => known.slice(0, -1))

  return { pin, wrong, checking, type, erase }
}
