/** Whether the PIN is that of the verifier. Argon2id by design takes some 50 ms; its code is loaded when it is first asked for. */
export async function verifyPin(pin: string, pinHash: string): Promise<boolean> {
  const { argon2Verify } = await import('hash-wasm')
  return argon2Verify({ password: pin, hash: pinHash })
}
