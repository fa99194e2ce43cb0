import { createHash } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { ledgerPlaceOf, parseLedgerName, type LedgerName } from '@orderez/core/ledger'
import { isJsonObject } from '@orderez/core/kernel'
import * as z from 'zod'
import { sessionOf } from '../../http/authenticate.ts'
import { parsedBody } from '../../http/parsed-body.ts'
import { Problem } from '../../http/problem.ts'
import type { LedgerDatabases } from '../../store/ledger-databases.ts'
import type { LedgerAudit } from './ledger-audit.ts'
import { sortDocument } from './sort-document.ts'

/** What CouchDB's replication asks of its target, for one terminal's own ledger. */
export interface LedgerHandlers {
  readonly describe: RequestHandler
  readonly missing: RequestHandler
  readonly keep: RequestHandler
  readonly readLocal: RequestHandler
  readonly writeLocal: RequestHandler
}

const MAX_DOCUMENTS = 1_000
const revisionsSchema = z.record(z.string(), z.array(z.string()).max(100))
const documentsSchema = z.object({ docs: z.array(z.unknown()).max(MAX_DOCUMENTS) })
const OWN_REV = /^1-[0-9a-f]{32}$/

export function ledgerHandlers(ports: {
  readonly ledgers: LedgerDatabases
  readonly audit: Pick<LedgerAudit, 'announce' | 'arrived'>
  now(): number
}): LedgerHandlers {
  const { ledgers, audit } = ports
  const monthOf = (request: Request, response: Response) => databaseOf(ownLedger(request, response), ports.now())

  return {
    describe(request, response) {
      response.json({ db_name: ledgerNameIn(request), update_seq: monthOf(request, response) })
    },
    async missing(request, response) {
      const month = monthOf(request, response)
      const revisions = Object.entries(parsedBody(revisionsSchema, request))
      const { terminal } = sessionOf(response).actor
      const isOwn = ([id, revs]: readonly [string, readonly string[]]) =>
        ledgerPlaceOf(id)?.terminal === terminal && revs.every((rev) => OWN_REV.test(rev))
      const found = await ledgers.missing(month, Object.fromEntries(revisions.filter(isOwn)))
      // What can be no entry is asked for: it is kept beside the ledger.
      const all = [...Object.entries(found), ...revisions.filter((each) => !isOwn(each))]
      response.json(Object.fromEntries(all.map(([id, revs]) => [id, { missing: revs }])))
    },
    async keep(request, response) {
      const month = monthOf(request, response)
      const { docs } = parsedBody(documentsSchema, request)
      const { terminal } = sessionOf(response).actor
      await audit.announce(month)
      await ledgers.keep(
        month,
        docs.map((document) => sortDocument(terminal, document)),
      )
      audit.arrived(month)
      // Rows are answered only for what went wrong. A row that says `forbidden` would be given up for ever.
      response.status(201).json([])
    },
    async readLocal(request, response) {
      const found = await ledgers.readLocal(monthOf(request, response), localIdOf(request))
      if (found) response.json({ ...found, _id: shownLocalId(request) })
      else response.status(404).json({ error: 'not_found', reason: 'missing' })
    },
    async writeLocal(request, response) {
      const month = monthOf(request, response)
      const body: unknown = request.body
      if (!isJsonObject(body)) throw new Problem('request.malformed')
      const id = localIdOf(request)
      const isWritten = await ledgers.writeLocal(month, id, { ...body, _id: `_local/${id}` })
      if (!isWritten) return void response.status(409).json({ error: 'conflict', reason: 'another revision is there' })
      const stored = await ledgers.readLocal(month, id)
      response.status(201).json({ ok: true, id: shownLocalId(request), rev: stored?.['_rev'] })
    },
  }
}

function ledgerNameIn(request: Request): string {
  return String(request.params['name'])
}

/** A terminal reaches its own ledger and no other, whatever it asks there. */
function ownLedger(request: Request, response: Response): LedgerName {
  const name = parseLedgerName(ledgerNameIn(request))
  if (!name) throw new Problem('route.unknown')
  if (name.terminal !== sessionOf(response).actor.terminal) throw new Problem('ledger.other')
  return name
}

const DAY_MS = 86_400_000
const DAYS_BACK = 400
const DAYS_AHEAD = 31

/** One database a month. What a clock far astray dates goes into one of its own, so that nobody makes databases without end. */
function databaseOf({ day }: LedgerName, now: number): string {
  const days = (Date.parse(day) - now) / DAY_MS
  return days > -DAYS_BACK && days < DAYS_AHEAD ? day.slice(0, 7) : 'astray'
}

function shownLocalId(request: Request): string {
  return `_local/${String(request.params['id'])}`
}

/** Terminals share a database: what one keeps there under a name is not what another does. */
function localIdOf(request: Request): string {
  return `at-${createHash('sha256')
    .update(`${ledgerNameIn(request)} ${String(request.params['id'])}`)
    .digest('hex')}`
}
