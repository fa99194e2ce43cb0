import { expect, test } from 'vitest'
import * as z from 'zod'
import { digestOf, type JsonObject } from '../kernel/index.ts'
import { factBodies, factSchema, orderDocumentSchema, verdictSchema } from '../orders/index.ts'
import { RECORD_TYPES } from './record-types.ts'
import * as wire from './wire.ts'

/**
 * What terminals and servers of different ages say to each other. When this test fails, a schema that travels has changed.
 * - Not on purpose: undo it.
 * - A new optional field, kind or code that an older reader keeps and forwards: write the new digest here.
 * - Anything that an older peer would refuse or read differently: raise PROTOCOL (wire.ts), the fact's version (fact.ts) or the record's
 *   version with its migration (record-types.ts), and then write the new digest here.
 */
const RECORDED = {
  wire: '2d8fe94598ea6624b96758aa55fed0e95ced82acaf23a349694be574ed60231d',
  facts: '4eabed829563ca36888534a2b56e63b0183030eee0d2d83bd3e0c52a30219930',
  records: '9c014e1ad25f4cc925924a9354c4dfbedac2877aaa9b57b990cba60bc6c5786e',
}

function digestOfSchemas(schemas: Readonly<Record<string, z.ZodType>>): string {
  const described = Object.entries(schemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' }) as JsonObject,
  ])
  return digestOf(Object.fromEntries(described))
}

function isSchema(entry: readonly [string, unknown]): entry is [string, z.ZodType] {
  return entry[1] instanceof z.ZodType
}

test('what travels changes only on purpose', () => {
  const messages = Object.fromEntries(Object.entries(wire).filter(isSchema))
  expect(Object.keys(messages).length).toBeGreaterThan(12)
  const records = RECORD_TYPES.map(({ kind, version, schema }) => [`${kind} ${version}`, schema] as const)
  expect({
    wire: digestOfSchemas({ ...messages, protocol: z.literal(wire.PROTOCOL) }),
    facts: digestOfSchemas({
      ...factBodies,
      envelope: factSchema,
      verdict: verdictSchema,
      document: orderDocumentSchema,
    }),
    records: digestOfSchemas(Object.fromEntries(records)),
  }).toEqual(RECORDED)
})
