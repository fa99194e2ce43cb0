import { sha256HexOf, type PersonId } from '@orderez/core/kernel'
import type { TokenSource } from './api-call.ts'

const TIMEOUT_MS = 20_000
const PATH = '/api/pictures'

/** `absent`: the server does not have it (yet). `later`: no answer, ask again another time. */
export type FetchedPicture = Blob | 'absent' | 'later'
/** `refused`: it will never be taken, as it is or from this person. */
export type SentPicture = 'sent' | 'later' | 'refused'

/** The way of pictures to and from the server. */
export interface PictureLink {
  fetch(name: string): Promise<FetchedPicture>
  send(photo: Blob, by: PersonId): Promise<SentPicture>
}

export function createPictureLink(tokens: TokenSource): PictureLink {
  return {
    async fetch(name) {
      const answer = await asked(`${PATH}/${name}`, {})
      if (!answer) return 'later'
      if (answer.status === 404) return 'absent'
      const picture = answer.ok ? await answer.blob().catch(() => null) : null
      return picture && (await isNamed(picture, name)) ? picture : 'later'
    },
    async send(photo, by) {
      const token = await tokens.accessToken()
      const first = await posted(photo, by, token)
      if (first?.status !== 401) return outcomeOf(first)
      const renewed = await tokens.renew(token)
      return renewed.ok ? outcomeOf(await posted(photo, by, renewed.value)) : 'later'
    },
  }
}

function posted(photo: Blob, by: PersonId, token: string): Promise<Response | null> {
  return asked(`${PATH}?by=${by}`, {
    method: 'POST',
    body: photo,
    headers: { 'content-type': photo.type, authorization: `Bearer ${token}` },
  })
}

function outcomeOf(answer: Response | null): SentPicture {
  if (!answer || answer.status === 401 || answer.status === 429 || answer.status >= 500) return 'later'
  return answer.ok ? 'sent' : 'refused'
}

/** Null when no answer came. */
async function asked(path: string, request: RequestInit): Promise<Response | null> {
  try {
    return await fetch(path, {
      ...request,
      // Orders go first on whatever the network can carry.
      priority: 'low',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    })
  } catch (cause) {
    console.info('picture', cause)
    return null
  }
}

/** The name is the hash of the content: an answer cut off, or from somebody else's server, is none. */
async function isNamed(picture: Blob, name: string): Promise<boolean> {
  return name.startsWith(`${sha256HexOf(new Uint8Array(await picture.arrayBuffer()))}.`)
}
