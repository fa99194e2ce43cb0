import { setTimeout as sleep } from 'node:timers/promises'
import type { Authority } from '@orderez/core/authority'
import type { Terminal } from '@orderez/core/branch'
import { invariant, timeOfId, type BranchId, type JsonObject } from '@orderez/core/kernel'
import type { Fact } from '@orderez/core/orders'
import type { Edit } from '@orderez/core/sync'
import { createSeededIds } from './chance.ts'

export interface DemoDoor {
  readonly authority: Authority
  readonly branch: BranchId
  /** Two letters that no other terminal has. */
  takeLetters(): Promise<string>
  now(): number
}

/** The record of a terminal at which nobody stands; it is enrolled once and known again by its key. */
export async function enrolSimulated(door: DemoDoor, key: string, name: string): Promise<Terminal> {
  const { authority, branch } = door
  const id = createSeededIds(`${branch} simulated ${key}`, () => timeOfId(branch)).next('terminal')
  const [known] = await authority.read('branch', [id])
  if (known) return known as JsonObject as Terminal
  const letters = await door.takeLetters()
  const terminal: Terminal = { id, kind: 'terminal', v: 1, name, letters, enrolledAt: door.now(), incarnations: [] }
  const put = await authority.put('branch', [terminal])
  if (!put.ok) throw new Error(`A simulated terminal could not be enrolled (${put.code} ${put.detail ?? ''})`)
  return terminal
}

const RETRY_MS = 500
const TRIES = 20

interface Delivery {
  readonly facts?: readonly Fact[]
  readonly edits?: readonly Edit[]
}

/**
 * Brings facts and edits through the door that every terminal uses, and tries again while the store is away. What it can never take is
 * our own mistake and rejects.
 */
export async function deliver({ authority, branch }: DemoDoor, terminal: Terminal, delivery: Delivery): Promise<void> {
  const { facts = [], edits = [] } = delivery
  for (let attempt = 0; ; attempt += 1) {
    const actor = { terminal: terminal.id, branch }
    const answer = await authority.push(actor, {
      branch,
      epoch: authority.epoch(),
      facts: [...facts],
      edits: [...edits],
    })
    if (answer.ok) {
      const outcomes = [...answer.value.facts, ...answer.value.edits]
      const wrong = outcomes.find((each) => each.outcome === 'deadLetter' || each.outcome === 'refused')
      invariant(!wrong, `the demo said what nobody can take: ${JSON.stringify(wrong)}`)
      if (outcomes.every(({ outcome }) => outcome !== 'retry')) return
    } else if (answer.code !== 'authority.unavailable') {
      throw new Error(`A simulated terminal was sent away (${answer.code} ${answer.detail ?? ''})`)
    }
    if (attempt >= TRIES) throw new Error('The store was away for too long')
    await sleep(RETRY_MS)
  }
}
