/** m:ss, or h:mm:ss from an hour on: the same in every language. */
export function ageText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const h = Math.floor(seconds / 3_600)
  const m = Math.floor(seconds / 60) % 60
  const two = (value: number) => String(value).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(seconds % 60)}` : `${m}:${two(seconds % 60)}`
}
