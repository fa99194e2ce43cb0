/**
 * Where the window begins when the application was given a join address as an argument: the same address that a join QR shows,
 * `https://SERVER/#join=CODE&spki=FINGERPRINT`. Null without one.
 */
export function joinFragment(args: readonly string[]): string | null {
  for (const arg of args) {
    const url = URL.canParse(arg) ? new URL(arg) : null
    const given = new URLSearchParams(url?.hash.slice(1))
    const code = given.get('join')
    if (url?.protocol !== 'https:' || code === null) continue
    const fragment = new URLSearchParams({ join: code, server: url.origin })
    const spki = given.get('spki')
    if (spki !== null) fragment.set('spki', spki)
    return fragment.toString()
  }
  return null
}
