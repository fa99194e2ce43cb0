import { jsonEquals, type DishVersionId } from '../kernel/index.ts'
import { extrasOf, fitsSet, makeLinePrice, type DishVersion } from '../menu/index.ts'
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
      return first([
        ...fact.body.lines.map((line) => judgeLine(line, line.options, line.price, sending(fact.body.lines, witness))),
        ...judgeSets(fact.body.lines, witness),
      ])
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

/** The price of the day is anyone's to set who may serve the table; every other price is the menu's, or takes the right. */
function judgePriceSet(sent: Line, witness: PriceWitness): PriceRefusal | null {
  const version = witness.version(sent.version)
  if (!version) return 'version.unknown'
  return version.marketPrice && !version.openItem ? null : 'price.overrideWithoutRight'
}

function judgeLine(
  line: Line,
  chosen: readonly ChosenOption[],
  price: LinePrice,
  witness: PriceWitness,
): PriceRefusal | null {
  const version = witness.version(line.version)
  if (!version) return 'version.unknown'
  const isSold =
    line.dish === version.dish &&
    line.unit === version.unit &&
    jsonEquals(line.tax, version.tax) &&
    (line.weighLater === undefined || version.weighed)
  const isMenu =
    line.parent === undefined ? isMenuPrice(version, chosen, price) : isSetPrice(line, version, chosen, price, witness)
  if (isSold && isNamed(line, version) && isMenu && chosen.every((option) => isOffered(version, option))) {
    const isOpenPrice = version.openItem === true && price.pending === undefined
    return isOpenPrice && !witness.mayOverride ? 'price.overrideWithoutRight' : null
  }
  if (price.reason === undefined) return 'price.mismatch'
  return witness.mayOverride ? null : 'price.overrideWithoutRight'
}

/** Only what is not on the menu has a name that somebody typed. */
function isNamed(line: Line, version: DishVersion): boolean {
  return version.openItem === true || jsonEquals(line.names, version.names)
}

function isOffered(version: DishVersion, chosen: ChosenOption): boolean {
  const group = version.optionGroups.find(({ id }) => id === chosen.group)
  return group?.options.some(({ id, price }) => id === chosen.option && price === chosen.price) === true
}

function isMenuPrice(version: DishVersion, chosen: readonly ChosenOption[], price: LinePrice): boolean {
  const menu = makeLinePrice(version, chosen)
  const base =
    version.marketPrice || version.openItem ? price.base >= 0 : price.base === menu.base && price.pending === undefined
  return base && jsonEquals(sorted(menu.options), sorted(price.options))
}

/** A dish of a set meal costs what the set adds for it, and its options; what is weighed or priced by the day is in no set. */
function isSetPrice(
  line: Line,
  version: DishVersion,
  chosen: readonly ChosenOption[],
  price: LinePrice,
  witness: PriceWitness,
): boolean {
  if (version.marketPrice || version.weighed || version.unit !== 'piece' || version.setMeal || version.openItem)
    return false
  const sets = line.parent === undefined ? [] : (witness.order.lines.get(line.parent) ?? [])
  const extras = sets.flatMap((set) => extrasOf(witness.version(set.version)?.setMeal ?? [], line.dish))
  return extras.some((extra) => isMenuPrice({ ...version, price: extra }, chosen, price))
}

/** The order as it will be with these lines, so that a set and its dishes sent together know each other. */
function sending(lines: readonly Line[], witness: PriceWitness): PriceWitness {
  const known = new Map(witness.order.lines)
  for (const line of lines) known.set(line.id, [...(known.get(line.id) ?? []), line])
  return { ...witness, order: { ...witness.order, lines: known } }
}

/**
 * A set meal is its price only with the dishes that its parts allow, counted over all rounds that sent some: nobody adds a dish at no price
 * to a set that is complete. Whoever may sell at another price may.
 */
function judgeSets(lines: readonly Line[], witness: PriceWitness): readonly PriceRefusal[] {
  const together = sending(lines, witness).order.lines
  const touched = new Set(lines.flatMap(({ id, parent, version }) => parent ?? (isSet(version, witness) ? id : [])))
  return [...touched].flatMap((set): readonly PriceRefusal[] => {
    const sets = together.get(set) ?? []
    const dishes = [...together.values()].flatMap((sent) => sent.filter(({ parent }) => parent === set))
    if (sets.some((one) => fitsTogether(one, sets, dishes, witness))) return []
    const overridden = dishes.concat(sets).some(({ price }) => price.reason !== undefined)
    if (!overridden) return ['price.mismatch']
    return witness.mayOverride ? [] : ['price.overrideWithoutRight']
  })
}

function isSet(version: DishVersionId, witness: PriceWitness): boolean {
  return witness.version(version)?.setMeal !== undefined
}

function fitsTogether(set: Line, sets: readonly Line[], dishes: readonly Line[], witness: PriceWitness): boolean {
  const parts = set.parent === undefined ? witness.version(set.version)?.setMeal : undefined
  if (!parts) return false
  const quantities = new Set(sets.map(({ quantity }) => quantity))
  const chosen = new Map(dishes.map(({ id, dish, price }) => [id, { dish, extra: price.base }]))
  return dishes.every(({ quantity }) => quantities.has(quantity)) && fitsSet(parts, [...chosen.values()])
}

function sorted(options: LinePrice['options']): LinePrice['options'] {
  return options.toSorted((a, b) => (a.option < b.option ? -1 : 1))
}

function first(refusals: readonly (PriceRefusal | null)[]): PriceRefusal | null {
  return refusals.find((refusal) => refusal !== null) ?? null
}
