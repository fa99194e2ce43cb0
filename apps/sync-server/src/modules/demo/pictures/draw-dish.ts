import { createPen, type Layer } from './pen.ts'

/** What a dish is drawn from: a vessel, then what lies in it from below to above. */
export type Recipe = readonly Layer[]

/** One dish from above as an SVG of its own: no text, no script, nothing loaded. The same recipe and number always give the same bytes. */
export function drawDish(number: string, recipe: Recipe): string {
  const pen = createPen(number)
  const layers = recipe.map((layer) => layer(pen))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${layers.join('')}</svg>`
}
