/** The same value for the same key, made at its first use: a component that renders again does not ask again. */
export function onceEach<K, T>(make: (key: K) => T, nameOf: (key: K) => unknown = (key) => key): (key: K) => T {
  const made = new Map<unknown, T>()
  return (key) => {
    const name = nameOf(key)
    const known = made.get(name)
    if (known !== undefined) return known
    const value = make(key)
    made.set(name, value)
    return value
  }
}
