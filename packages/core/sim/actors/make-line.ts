import { makeLinePrice, chooseOptions } from '../../src/menu/index.ts'
import type { Line } from '../../src/orders/index.ts'
import type { Scene } from './scene.ts'

const NOTES = ['no onions', '少辣', '打包 📦', '']

/** One to four lines of what this terminal sells, a set meal now and then. */
export function makeLines(scene: Scene): Line[] {
  const lines = Array.from({ length: scene.random.int(1, 3) }, () => makeLine(scene))
  const [parent] = lines
  if (parent?.unit === 'piece' && scene.random.chance(0.15)) {
    lines.push({ ...makeLine(scene, true), quantity: parent.quantity, parent: parent.id })
  }
  return lines
}

function makeLine(scene: Scene, onlyPieces = false): Line {
  const { random, ids } = scene
  const { dish, version } = random.pick(scene.dishes.filter((one) => !onlyPieces || one.version.unit === 'piece'))
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
