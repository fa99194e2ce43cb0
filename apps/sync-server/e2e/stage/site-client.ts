import { randomBytes } from 'node:crypto'
import { Agent, request as httpsRequest } from 'node:https'
import * as z from 'zod'
import {
  createIdSource,
  idSchema,
  type BranchId,
  type IdSource,
  type JsonObject,
  type TerminalId,
} from '@orderez/core/kernel'
import { chainFacts, startLog, type Fact, type FactDraft, type LogTail } from '@orderez/core/orders'
import { handshakeResponseSchema, PROTOCOL } from '@orderez/core/sync'
import { SERVER_NAME } from './restaurant-server.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: JsonObject
}

/** A caller over TLS that trusts the site's authority and nothing else. Bodies may be given as raw text, to send what no client would. */
export interface SiteClient {
  post(path: string, body: unknown, token?: string): Promise<Answer>
  get(path: string, token?: string): Promise<Answer>
  /** Any method with any headers and bytes. */
  ask(method: string, path: string, headers?: Readonly<Record<string, string>>, bytes?: Uint8Array): Promise<Answer>
}

export const stageIds: IdSource = createIdSource({ now: () => Date.now(), random: (bytes) => randomBytes(bytes) })

const TIMEOUT_MS = 20_000

const enrolledSchema = z.looseObject({
  terminal: idSchema('terminal'),
  branch: idSchema('branch'),
  accessToken: z.string(),
  refreshToken: z.string(),
  letters: z.string(),
})

export function createSiteClient(port: number, caPem: string): SiteClient {
  // Kept alive, so that a server which refuses a body unread takes the rest of it before the answer is read.
  const agent = new Agent({ keepAlive: true })
  function call(
    method: string,
    path: string,
    text: string | Uint8Array | null,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const target = { host: '127.0.0.1', port, servername: SERVER_NAME, ca: caPem, agent, timeout: TIMEOUT_MS }
      const sent = httpsRequest({ ...target, method, path, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString()
          const isJson = body !== '' && /json/.test(response.headers['content-type'] ?? '')
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: isJson ? (JSON.parse(body) as JsonObject) : { text: body },
          })
        })
      })
      sent.on('error', reject)
      sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
      sent.end(text ?? undefined)
    })
  }
  const bearer = (token: string | undefined) => (token === undefined ? {} : { authorization: `Bearer ${token}` })
  return {
    post: (path, body, token) =>
      call('POST', path, typeof body === 'string' ? body : JSON.stringify(body), {
        'content-type': 'application/json',
        ...bearer(token),
      }),
    get: (path, token) => call('GET', path, null, bearer(token)),
    ask: (method, path, headers = {}, bytes) => call(method, path, bytes ?? null, headers),
  }
}

/** A terminal that a test plays by hand: enrolled for real, with a log of its own. */
export interface StageTerminal {
  readonly terminal: TerminalId
  readonly branch: BranchId
  readonly token: string
  readonly refreshToken: string
  readonly letters: string
  epoch(): Promise<string>
  /** Numbers and chains drafts as the terminal's log would. */
  log(drafts: readonly FactDraft[]): Fact[]
  /** Asks for the epoch first, unless it is given. */
  push(facts: readonly unknown[], edits?: readonly unknown[], epoch?: string): Promise<Answer>
  pullAll(collection: string): Promise<JsonObject[]>
}

export async function enrolTerminal(client: SiteClient, code: string): Promise<StageTerminal> {
  const enrolled = await client.post('/api/terminals/enrol', { code, name: 'Stage' })
  if (enrolled.status !== 201) throw new Error(`enrolment answered ${enrolled.status} ${JSON.stringify(enrolled.body)}`)
  const { terminal, branch, accessToken: token, refreshToken, letters } = enrolledSchema.parse(enrolled.body)
  let tail: LogTail = startLog(terminal, stageIds.next('incarnation'))
  const epoch = async () => {
    const asked = {
      protocol: PROTOCOL,
      branch,
      incarnation: tail.incarnation,
      n: tail.n,
      hash: tail.hash,
      decided: 0,
      epoch: null,
    }
    const answer = await client.post('/api/sync/handshake', asked, token)
    return handshakeResponseSchema.parse(answer.body).epoch
  }
  return {
    terminal,
    branch,
    token,
    refreshToken,
    letters,
    epoch,
    log(drafts) {
      const chained = chainFacts(tail, drafts)
      tail = chained.tail
      return chained.facts
    },
    async push(facts, edits = [], known) {
      return client.post('/api/sync/push', { branch, epoch: known ?? (await epoch()), facts, edits }, token)
    },
    async pullAll(collection) {
      const documents: JsonObject[] = []
      let checkpoint: unknown = null
      for (;;) {
        const page = await client.post('/api/sync/pull', { branch, collection, checkpoint, limit: 200 }, token)
        if (page.status !== 200) throw new Error(`pull answered ${page.status} ${JSON.stringify(page.body)}`)
        documents.push(...(page.body['documents'] as JsonObject[]))
        checkpoint = page.body['checkpoint']
        if (page.body['more'] !== true) return documents
      }
    },
  }
}
