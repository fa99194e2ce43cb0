import * as z from 'zod'
import { envelopeOf, idSchema, type DishId, type PersonId } from '../kernel/index.ts'
import type { MergePolicy } from '../merge/index.ts'

/** The dishes that a person has marked, wherever they sign in; false: marked once and given up, so that it is not counted twice. */
export const favouritesSchema = z.strictObject({
  id: z
    .string()
    .max(40)
    .regex(/^fav_[0-9a-f-]{36}$/),
  ...envelopeOf('favourites'),
  person: idSchema('person'),
  dishes: z.record(idSchema('dish'), z.boolean()),
})
export type Favourites = z.infer<typeof favouritesSchema>

/** What was marked on either terminal is marked; where one marked and the other gave up, it is given up. */
export const favouritesMergePolicy: MergePolicy = {
  'dishes.*': ({ theirs, mine }) => theirs !== false && mine !== false,
}

export function favouritesIdOf(person: PersonId): string {
  return `fav_${person.slice(person.indexOf('_') + 1)}`
}

/** A person's favourites with some marked or given up; `known` is null before the first. */
export function withFavourites(
  known: Favourites | null,
  person: PersonId,
  changes: ReadonlyMap<DishId, boolean>,
): Favourites {
  const { dishes, ...document } = known ?? {
    id: favouritesIdOf(person),
    kind: 'favourites',
    v: 1,
    person,
    dishes: {},
  }
  return { ...document, dishes: { ...dishes, ...Object.fromEntries(changes) } }
}
