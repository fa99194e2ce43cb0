import * as z from 'zod'
import {
  digestOf,
  dishVersionIdSchema,
  envelopeOf,
  idSchema,
  priceSchema,
  namesSchema,
  unitSchema,
  type DishVersionId,
} from '../kernel/index.ts'
import { lineTaxSchema, type LineTax } from '../pricing/index.ts'
import { setPartSchema, type Dish } from './dish.ts'
import type { OptionGroup } from './option-group.ts'

/** The version of the record type that this code writes. Not part of the hash. */
const RECORD_VERSION = 1

const sold = {
  dish: idSchema('dish'),
  names: namesSchema,
  price: priceSchema.min(0),
  unit: unitSchema,
  weighed: z.boolean(),
  marketPrice: z.boolean(),
  tax: lineTaxSchema,
  stations: z.array(idSchema('station')).max(8),
  optionGroups: z
    .array(
      z.strictObject({
        id: idSchema('optionGroup'),
        names: namesSchema,
        min: z.int().min(0).max(40),
        max: z.int().min(1).max(40),
        options: z.array(z.strictObject({ id: idSchema('option'), names: namesSchema, price: priceSchema })).max(40),
      }),
    )
    .max(20),
  /** Absent where it is no set meal, so that other dishes keep the ids they always had. */
  setMeal: z.array(setPartSchema).max(12).optional(),
  openItem: z.literal(true).optional(),
}

const soldSchema = z.strictObject(sold)
type Sold = z.infer<typeof soldSchema>

/** What is sold under a dish's name at one time. Never changes; its id is the hash of its content, so nobody can change it unseen. */
export const dishVersionSchema = z.strictObject({ id: dishVersionIdSchema, ...envelopeOf('dishVersion'), ...sold })
export type DishVersion = z.infer<typeof dishVersionSchema>

/**
 * The version that a dish sells as it stands. `groups` holds at least those the dish names; deleted groups and options are not sold.
 * `tax` is the rate of the dish's tax document. The same content gives the same id on every terminal.
 */
export function dishVersionOf(dish: Omit<Dish, 'version'>, groups: readonly OptionGroup[], tax: LineTax): DishVersion {
  const content: Sold = {
    dish: dish.id,
    names: { zh: dish.names.zh, en: dish.names.en },
    price: dish.price,
    unit: dish.unit,
    weighed: dish.weighed,
    marketPrice: dish.marketPrice,
    tax: { ratePpm: tax.ratePpm, inclusive: tax.inclusive },
    stations: dish.stations,
    optionGroups: dish.optionGroups
      .flatMap((id) => groups.filter((group) => group.id === id && !group.deleted))
      .map(soldGroup),
    ...(dish.setMeal && dish.setMeal.length > 0 && { setMeal: dish.setMeal }),
    ...(dish.openItem === true && { openItem: true as const }),
  }
  return { id: versionIdOf(content), kind: 'dishVersion', v: RECORD_VERSION, ...content }
}

function soldGroup(group: OptionGroup): Sold['optionGroups'][number] {
  const options = group.options.filter((option) => !option.deleted)
  return {
    id: group.id,
    names: group.names,
    min: group.min,
    max: group.max,
    options: options.map(({ id, names, price }) => ({ id, names, price })),
  }
}

/** Whether a version that came from elsewhere says what its id promises. */
export function isIntact(version: DishVersion): boolean {
  const { id, kind: _kind, v: _v, deleted: _deleted, ...content } = version
  return versionIdOf(content) === id
}

function versionIdOf(content: Sold): DishVersionId {
  return `dvr_${digestOf(content)}` as DishVersionId
}
