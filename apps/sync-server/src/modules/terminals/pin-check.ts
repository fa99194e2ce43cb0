import { verify } from '@node-rs/argon2'
import * as z from 'zod'
import { err, ok, type JsonObject, type PersonId, type Result } from '@orderez/core/kernel'

/** Tells whether a person is an active manager and the PIN is theirs. */
export type PinCheck = (person: PersonId, pin: string) => Promise<Result<null, 'signIn.wrong' | 'right.missing'>>

const personSchema = z.looseObject({
  kind: z.literal('person'),
  active: z.boolean(),
  roles: z.array(z.string()),
  pinHash: z.string().optional(),
})

/** `readPerson` gives the person's record of the branch. An unknown person costs as much time as a known one with a wrong PIN. */
export function createPinCheck(readPerson: (id: PersonId) => Promise<JsonObject | null>): PinCheck {
  return async (id, pin) => {
    const person = personSchema.safeParse(await readPerson(id))
    const right = await verify(person.data?.pinHash ?? DUMMY_HASH, pin)
    if (!person.success || !person.data.active || !right) return err('signIn.wrong')
    return person.data.roles.includes('manager') ? ok(null) : err('right.missing')
  }
}

/** The hash of a text that is no PIN. */
const DUMMY_HASH = '$argon2id$v=19$m=19456,t=2,p=1$b3JkZXJlei1uby1waW4$w1Oh2Wc5bC7u7Yd2Kp0kz3q1m9lQ5nq7s8w6j3v1c0A'
