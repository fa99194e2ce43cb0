/** A check of DESIGN 9 does not hold, or a part threw where it must not. Ends the seed. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed'
  readonly check: string

  constructor(check: string, message: string) {
    super(message)
    this.check = check
  }
}

/** Ends the seed unless the condition holds. The message is made only then. */
export function check(id: string, condition: boolean, message: () => string): void {
  if (!condition) throw new CheckFailed(id, message())
}
