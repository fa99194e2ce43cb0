import { useState } from 'react'
import { parseMoney, type Money } from '@orderez/core/kernel'
import { usePerson } from '../../state/index.ts'

interface TypedSum {
  readonly typed: string
  readonly onTyped: (text: string) => void
  /** In minor units; null while what is typed is no sum. */
  readonly sum: Money | null
}

/** A sum while it is being typed; nothing is one only where `zero` says so. */
export function useTypedSum(zero = false): TypedSum {
  const { branch } = usePerson()
  const [typed, onTyped] = useState('')
  const parsed = parseMoney(typed, branch.currency)
  return { typed, onTyped, sum: parsed.ok && (zero || parsed.value > 0) ? parsed.value : null }
}
