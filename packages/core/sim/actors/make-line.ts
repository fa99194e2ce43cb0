import { makeLinePrice, chooseOptions } from '../../src/menu/index.ts'
import type { Line } from '../../src/orders/index.ts'
import type { Scene } from './scene.ts'

const NOTES = ['no onions', '少辣', '打包 📦', '']

/** One to three lines of what this terminal sells, and a set meal with its dishes now and then. */
export function makeLines(scene: Scene): Line[] {
  const lines = Array.from({ length: scene.random.int(1, 3) }, () => makeLine(scene))
  return scene.random.chance(0.15) ? [...lines, ...makeSet(scene)] : lines
}

/** A set meal, then one dish for each of its parts at what the set adds for it. */
function makeSet(scene: Scene): Line[] {
  const sets = scene.dishes.filter(({ version }) => version.setMeal !== undefined)
  const [set] = sets
  if (!set) return []
  const parent = lineOf(scene, set)
  const dishes = (set.version.setMeal ?? []).flatMap(({ choices }): Line[] => {
    const { dish, extra } = scene.random.pick(choices)
    const sold = scene.dishes.find(({ version }) => version.dish === dish)
    if (!sold) return []
    const version = { ...sold.version, price: extra }
    return [{ ...lineOf(scene, { ...sold, version }), quantity: parent.quantity, parent: parent.id }]
  })
  // A terminal that does not hold each dish of a set cannot sell the set.
  return dishes.length === set.version.setMeal?.length ? [parent, ...dishes] : []
}

function makeLine(scene: Scene): Line {
  return lineOf(scene, scene.random.pick(scene.dishes.filter(({ version }) => version.setMeal === undefined)))
}

function lineOf({ random, ids }: Scene, { dish, version }: Scene['dishes'][number]): Line {
  const choices = version.optionGroups.flatMap((group) =>
    random
      .some(group.options, group.min)
      .slice(0, group.max)
      .map(({ id }) => id),
  )
  const chosen = chooseOptions(version, choices)
  if (!chosen.ok) throw new Error(`the site's own menu is at odds: ${chosen.code}`)
  const note = random.pick(NOTES)
  return {
    id: ids.next('line'),
    dish: dish.id,
    version: version.id,
    names: version.names,
    quantity: version.unit === 'piece' ? random.int(1, 3) * 1_000 : random.int(300, 2_500),
    unit: version.unit,
    price: makeLinePrice(version, chosen.value),
    tax: version.tax,
    options: chosen.value.map((option) => ({ ...option })),
    stations: [...version.stations],
    fire: random.chance(0.2) ? 'hold' : 'now',
    ...(note && { note }),
    ...(random.chance(0.2) && { seat: random.int(1, 4) }),
    ...(random.chance(0.2) && { course: random.int(1, 3) }),
  }
}
