const load = () => import('./argon2-verifier.ts')

/** Fetches the code while a person is looking for their name, so that it is here when the network is not. */
export function prepareVerifying(): void {
  load().catch((cause: unknown) => console.error('sign-in', cause))
}

/** Whether the PIN is that of the verifier. Argon2id takes some 50 ms by design. */
export async function verifyPin(pin: string, pinHash: string): Promise<boolean> {
  const { argon2Verify } = await load()
  return argon2Verify({ password: pin, hash: pinHash })
}
