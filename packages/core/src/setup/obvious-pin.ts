const RUN = '01234567890'

/**
 * Whether a PIN is among the first that anybody would try: one digit repeated, digits counted up or down, a short pattern
 * repeated ("121212", "123123"), or its second half the first one backwards ("123321").
 */
export function isObviousPin(pin: string): boolean {
  const backwards = pin.split('').toReversed().join('')
  if (RUN.includes(pin) || RUN.includes(backwards)) return true
  if (pin === backwards) return true
  return [1, 2, 3].some((length) => pin === pin.slice(0, length).repeat(pin.length / length))
}
