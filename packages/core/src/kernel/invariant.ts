/** A mistake of ours, not of a person or a peer. Nothing catches it to carry on. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/** Throws `InvariantError` when the condition does not hold. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message)
}

/** Makes a `switch` over a union complete at compile time, and fails loudly where a newer version's value slipped through. */
export function assertNever(value: never): never {
  throw new InvariantError(`unexpected value: ${String(value)}`)
}
