import { canonicalJson, type FactId } from '../../src/kernel/index.ts'
import type { Fact, FactDraft } from '../../src/orders/index.ts'
import type { FoulExpectation } from '../actors/foul-operations.ts'
import { check } from './check-failed.ts'

export type Expectation = { readonly is: 'counts' } | FoulExpectation

/** Who may have said a fact: one installation of a terminal. A clone is another one. */
export type ProfileName = string

export interface BookEntry {
  readonly draft: FactDraft
  readonly profile: ProfileName
  readonly expected: Expectation
  /** Said while the server was heard: whoever knows its log better had told it so by then. */
  readonly online: boolean
  /** `saved`: `record()` resolved, so it may never be missing. `refused`: `record()` rejected, so it may never appear. */
  readonly state: 'asked' | 'saved' | 'notSaved'
  /** The only copies went with a destroyed device. */
  readonly lost: boolean
  /** As it was first seen with its place in the log; it never changes. */
  readonly fact: Fact | null
}

/** What the persons of this run really did, kept apart from every part that is tested. */
export interface FactBook {
  ask(profile: ProfileName, drafts: readonly FactDraft[], expected: Expectation, online: boolean): void
  saved(facts: readonly Fact[]): void
  notSaved(drafts: readonly FactDraft[]): void
  /** Facts that are neither at the server nor on any device any more. */
  forgive(isAnywhere: (fact: FactId) => boolean): number
  entry(id: FactId): BookEntry | null
  /** Facts that must be in the server's orders or dead letters in the end. */
  required(): BookEntry[]
  entries(): Iterable<BookEntry>
  /** Every replica shows every fact as it was said; nobody makes facts up. */
  recognise(fact: Fact): void
}

type Entry = { -readonly [K in keyof BookEntry]: BookEntry[K] }

export function createFactBook(): FactBook {
  const entries = new Map<FactId, Entry>()
  const known = new WeakSet<Fact>()

  return {
    ask(profile, drafts, expected, online) {
      for (const draft of drafts)
        entries.set(draft.id, { draft, profile, expected, online, state: 'asked', lost: false, fact: null })
    },
    saved(facts) {
      for (const fact of facts) {
        const entry = entries.get(fact.id)
        if (entry) Object.assign(entry, { state: 'saved', lost: false, fact: entry.fact ?? fact })
      }
    },
    notSaved(drafts) {
      for (const draft of drafts) Object.assign(entries.get(draft.id) ?? {}, { state: 'notSaved' })
    },
    forgive(isAnywhere) {
      const gone = [...entries.values()].filter((entry) => !entry.lost && !isAnywhere(entry.draft.id))
      for (const entry of gone) entry.lost = true
      return gone.length
    },
    entry: (id) => entries.get(id) ?? null,
    required: () => [...entries.values()].filter((entry) => entry.state === 'saved' && !entry.lost),
    entries: () => entries.values(),
    recognise(fact) {
      if (known.has(fact)) return
      const entry = entries.get(fact.id)
      check('S1', entry !== undefined, () => `fact ${fact.id} (${fact.kind}) was never said`)
      if (!entry) return
      check(
        'S1',
        entry.state !== 'notSaved',
        () => `fact ${fact.id} (${fact.kind}) appears although saving it had failed`,
      )
      entry.fact ??= fact
      check('S5', canonicalJson(entry.fact) === canonicalJson(fact), () => `fact ${fact.id} (${fact.kind}) changed`)
      known.add(fact)
    },
  }
}
