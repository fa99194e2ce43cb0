import { err, ok, type IdSource, type Money, type OptionId, type Result } from '@orderez/core/kernel'
import type { CartLine } from '@orderez/core/carts'
import { chooseOptions, makeLinePrice, type Dish, type DishVersion } from '@orderez/core/menu'
import type { Weight } from './cart-lines.ts'
import type { SetDish } from './set-questions.ts'

export interface DishRequest {
  readonly dish: Dish
  readonly version: DishVersion
  readonly choices: readonly OptionId[]
  readonly note: string
  readonly fire?: CartLine['fire']
  readonly seat?: number | null
  /** Unless it is said, the dish's own. */
  readonly course?: number | null
  /** Of a set meal: what was taken in its parts. */
  readonly dishes?: readonly SetDish[]
  /** Of a dish whose price is said when it is sold; absent: it is set later. */
  readonly price?: Money
  /** Of what is not on the menu: what it is called. */
  readonly named?: string
  /** Of a weighed dish. */
  readonly weight?: Weight
}

/** The line that a dish becomes when it is tapped: what is sold, by the version that the menu shows. */
export function lineOfDish(
  {
    dish,
    version,
    choices,
    note,
    fire = 'now',
    seat = null,
    course = dish.course ?? null,
    price,
    weight,
    named,
  }: DishRequest,
  ids: IdSource,
): Result<Omit<CartLine, 'counts' | 'removed'>, 'option.required' | 'option.tooMany' | 'option.unknown'> {
  const chosen = chooseOptions(version, choices)
  if (!chosen.ok) return err(chosen.code, chosen.detail)
  return ok({
    id: ids.next('line'),
    dish: dish.id,
    version: version.id,
    names: named === undefined ? version.names : { zh: named, en: named },
    unit: version.unit,
    ...(weight === 'later' ? { weighLater: true as const } : {}),
    price: makeLinePrice(price === undefined ? version : asPriced(version, price), chosen.value),
    tax: version.tax,
    options: chosen.value,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    stations: version.stations,
    ...(seat === null ? {} : { seat }),
    ...(course === null ? {} : { course }),
    fire,
  })
}

function asPriced({ openItem: _openItem, ...version }: DishVersion, price: Money): DishVersion {
  return { ...version, price, marketPrice: false }
}

/** The lines of a set meal's dishes below its own: each at what the set adds for it, fired and seated with the set. */
export function linesOfSet(
  set: Pick<CartLine, 'id' | 'fire' | 'seat'>,
  { dishes = [], course }: Pick<DishRequest, 'dishes' | 'course'>,
  ids: IdSource,
): Result<readonly Omit<CartLine, 'counts' | 'removed'>[], 'option.required' | 'option.tooMany' | 'option.unknown'> {
  const lines: Omit<CartLine, 'counts' | 'removed'>[] = []
  for (const { extra, version, ...taken } of dishes) {
    const line = lineOfDish(
      {
        ...taken,
        version: { ...version, price: extra },
        note: '',
        fire: set.fire,
        seat: set.seat ?? null,
        ...(course === undefined ? {} : { course }),
      },
      ids,
    )
    if (!line.ok) return line
    lines.push({ ...line.value, parent: set.id })
  }
  return ok(lines)
}
