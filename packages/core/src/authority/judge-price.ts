import { jsonEquals, type DishVersionId } from '../kernel/index.ts'
import { makeLinePrice, type DishVersion } from '../menu/index.ts'
import type { ChosenOption, KnownFact, Line, Refusal } from '../orders/index.ts'
import type { LinePrice } from '../pricing/index.ts'
import type { OrderView } from './order-view.ts'

export interface PriceWitness {
  readonly order: OrderView
  version(id: DishVersionId): DishVersion | null
  /** Whether the person, or the approver that the fact names, may sell at another price. */
  readonly mayOverride: boolean
}

type PriceRefusal = Extract<Refusal, 'version.unknown' | 'price.mismatch' | 'price.overrideWithoutRight'>

/** A8, S7: each price is that of the named dish version or of an override with a reason and the right. Null: nothing against it. */
export function judgePrice(fact: KnownFact, witness: PriceWitness): PriceRefusal | null {
  switch (fact.kind) {
    case 'roundSent':
      return first(fact.body.lines.map((line) => judgeLine(line, line.options, line.price, witness)))
    case 'lineAmended': {
      const { options, line } = fact.body
      return options
        ? judgeChange(line, (sent) => judgeLine(sent, options.chosen, options.price, witness), witness)
        : null
    }
    case 'priceSet':
      return witness.mayOverride ? null : judgeChange(fact.body.line, (sent) => judgePriceSet(sent, witness), witness)
    default:
      return null
  }
}

/** A change of a line that is not here yet cannot be compared with anything; one that any of its rounds allows is allowed. */
function judgeChange(
  line: Line['id'],
  judge: (sent: Line) => PriceRefusal | null,
  witness: PriceWitness,
): PriceRefusal | null {
  const sent = witness.order.lines.get(line)
  if (!sent) return 'version.unknown'
  const refusals = sent.map(judge)
  return refusals.includes(null) ? null : first(refusals)
}

/** The price of the day is anyone's to set who may serve the table; every other price is the menu's. */
function judgePriceSet(sent: Line, witness: PriceWitness): PriceRefusal | null {
  const version = witness.version(sent.version)
  if (!version) return 'version.unknown'
  return version.marketPrice ? null : 'price.overrideWithoutRight'
}

function judgeLine(
  line: Line,
  chosen: readonly ChosenOption[],
  price: LinePrice,
  witness: PriceWitness,
): PriceRefusal | null {
  const version = witness.version(line.version)
  if (!version) return 'version.unknown'
  const isSold = line.dish === version.dish && line.unit === version.unit && jsonEquals(line.tax, version.tax)
  if (isSold && chosen.every((option) => isOffered(version, option)) && isMenuPrice(version, chosen, price)) return null
  if (price.reason === undefined) return 'price.mismatch'
  return witness.mayOverride ? null : 'price.overrideWithoutRight'
}

function isOffered(version: DishVersion, chosen: ChosenOption): boolean {
  const group = version.optionGroups.find(({ id }) => id === chosen.group)
  return group?.options.some(({ id, price }) => id === chosen.option && price === chosen.price) === true
}

function isMenuPrice(version: DishVersion, chosen: readonly ChosenOption[], price: LinePrice): boolean {
  const menu = makeLinePrice(version, chosen)
  const base = version.marketPrice ? price.base >= 0 : price.base === menu.base && price.pending === undefined
  return base && jsonEquals(sorted(menu.options), sorted(price.options))
}

function sorted(options: LinePrice['options']): LinePrice['options'] {
  return options.toSorted((a, b) => (a.option < b.option ? -1 : 1))
}

function first(refusals: readonly (PriceRefusal | null)[]): PriceRefusal | null {
  return refusals.find((refusal) => refusal !== null) ?? null
}
