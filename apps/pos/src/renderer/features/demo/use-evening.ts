import { useCallback, useEffect, useState } from 'react'
import { readEvening, turnEvening, useTerminal, type EveningFacts, type EveningTurn } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'

const ASK_MS = 3_000

interface EveningView {
  /** Null before the first answer. */
  readonly facts: EveningFacts | null
  /** The last question was not answered: what is shown is old. */
  readonly unreachable: boolean
  turn(to: EveningTurn['to'], speed: number): Promise<void>
}

/** The live evening as the server tells it, asked again and again while somebody looks. */
export function useEvening(): EveningView {
  const terminal = useTerminal()
  const { person } = usePerson()
  const [facts, setFacts] = useState<EveningFacts | null>(null)
  const [unreachable, setUnreachable] = useState(false)

  const take = useCallback((answer: Awaited<ReturnType<typeof readEvening>>) => {
    setUnreachable(!answer.ok)
    if (answer.ok) setFacts(answer.value)
  }, [])

  useEffect(() => {
    let left = false
    const ask = () => {
      void readEvening(terminal).then((answer) => {
        if (!left) take(answer)
      })
    }
    ask()
    const timer = setInterval(ask, ASK_MS)
    const stopListening = terminal.network.listen(ask)
    return () => {
      left = true
      clearInterval(timer)
      stopListening()
    }
  }, [terminal, take])

  return {
    facts,
    unreachable,
    turn: async (to, speed) => take(await turnEvening(terminal, { person: person.id, to, speed })),
  }
}
