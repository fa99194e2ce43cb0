import type { HybridTime, JsonObject, OrderId, PersonId } from '@orderez/core/kernel'
import { personSchema } from '@orderez/core/branch'
import { dishVersionSchema, makeLinePrice, type DishVersion } from '@orderez/core/menu'
import { FACT_VERSION, type FactDraft, type Line } from '@orderez/core/orders'
import { stageIds, type StageTerminal } from './site-client.ts'

/** What a test needs of the restaurant to order: dishes that are sold as they stand, and people. */
export interface Larder {
  readonly versions: readonly DishVersion[]
  readonly people: ReadonlyMap<string, PersonId>
}

export async function openLarder(terminal: StageTerminal): Promise<Larder> {
  const menu = await terminal.pullAll('menu')
  const versions = menu
    .filter((document) => document['kind'] === 'dishVersion')
    .map((document) => dishVersionSchema.parse(document))
  const branch = await terminal.pullAll('branch')
  const people = branch
    .filter((document) => document['kind'] === 'person')
    .map((document) => personSchema.parse(document))
    .map(({ signIn, id }): [string, PersonId] => [signIn, id])
  return {
    versions: versions.filter(isPlain),
    people: new Map(people),
  }
}

/** Sold as it stands: no choice to make, no dishes to go with it, its price and name on the menu. */
function isPlain({ optionGroups, setMeal, openItem }: DishVersion): boolean {
  return setMeal === undefined && openItem === undefined && optionGroups.every((group) => group.min === 0)
}

const at = (): HybridTime => ({ ms: Date.now(), tick: 0 })

/** A fact as a command would draft it, for tests that also send what no command makes. */
export function draft(order: OrderId, person: PersonId, kind: string, body: JsonObject): FactDraft {
  return { id: stageIds.next('fact'), v: FACT_VERSION, order, person, at: at(), kind, body }
}

export function openedDraft(terminal: StageTerminal, order: OrderId, person: PersonId, counter: number): FactDraft {
  const day = new Date().toISOString().slice(0, 10)
  const number = { letters: terminal.letters, counter }
  return draft(order, person, 'opened', {
    branch: terminal.branch,
    day,
    number,
    type: 'dineIn',
    source: 'staff',
    guests: 2,
    owner: person,
  })
}

export function lineOf(version: DishVersion, pieces = 1): Line {
  return {
    id: stageIds.next('line'),
    dish: version.dish,
    version: version.id,
    names: version.names,
    quantity: pieces * 1000,
    unit: version.unit,
    price: makeLinePrice(version, []),
    tax: version.tax,
    options: [],
    stations: [...version.stations],
    fire: 'now',
  }
}

export function roundDraft(order: OrderId, person: PersonId, lines: readonly Line[]): FactDraft {
  return draft(order, person, 'roundSent', { round: stageIds.next('round'), lines })
}
