import * as z from 'zod'
import { identitySchema, type Identity } from '../shared/host-api.ts'
import { createKeptFile } from './kept-file.ts'

/** The operating system's keyring. `available` is false where there is none; the tokens are then as safe as the file is. */
export interface SecretBox {
  available(): boolean
  seal(text: string): Uint8Array
  open(sealed: Uint8Array): string
}

const tokens = { accessToken: true, refreshToken: true } as const
const storedSchema = z.strictObject({
  ...identitySchema.omit(tokens).shape,
  secrets: z.discriminatedUnion('kept', [
    z.strictObject({ kept: z.literal('sealed'), text: z.base64() }),
    z.strictObject({ kept: z.literal('plain'), ...identitySchema.pick(tokens).shape }),
  ]),
})
type StoredIdentity = z.infer<typeof storedSchema>

export interface IdentityFile {
  read(): Promise<Identity | null>
  write(identity: Identity): Promise<void>
  forget(): Promise<void>
}

/** Keeps the identity in a file of this user alone; `kept` in it says whether the keyring of the system protects the tokens as well. */
export function createIdentityFile(path: string, box: SecretBox): IdentityFile {
  const file = createKeptFile(path, storedSchema)
  let opened: { readonly stored: StoredIdentity; readonly identity: Identity } | null = null

  function open(stored: StoredIdentity): Identity {
    if (opened?.stored === stored) return opened.identity
    const { secrets, ...rest } = stored
    const { accessToken, refreshToken } =
      secrets.kept === 'plain' ? secrets : pairSchema.parse(JSON.parse(box.open(Buffer.from(secrets.text, 'base64'))))
    opened = { stored, identity: { ...rest, accessToken, refreshToken } }
    return opened.identity
  }

  return {
    async read() {
      const stored = await file.read()
      return stored && open(stored)
    },
    async write({ accessToken, refreshToken, ...rest }) {
      const pair = { accessToken, refreshToken }
      const secrets: StoredIdentity['secrets'] = box.available()
        ? { kept: 'sealed', text: Buffer.from(box.seal(JSON.stringify(pair))).toString('base64') }
        : { kept: 'plain', ...pair }
      await file.write({ ...rest, secrets })
    },
    forget: () => file.remove(),
  }
}

const pairSchema = identitySchema.pick(tokens)
