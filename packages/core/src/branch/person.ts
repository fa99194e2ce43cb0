import * as z from 'zod'
import { envelope, envelopeOf, languageSchema, safeText } from '../kernel/index.ts'

const ROLES = ['waiter', 'kitchen', 'cashier', 'manager'] as const
export const roleNameSchema = z.enum(ROLES)
export type RoleName = z.infer<typeof roleNameSchema>

export const personSchema = z.strictObject({
  ...envelope('person'),
  name: safeText(60).min(1),
  /** What the person taps or types to sign in; unique in a branch. */
  signIn: z
    .string()
    .max(40)
    .regex(/^[a-z0-9][a-z0-9._-]*$/),
  roles: z.array(roleNameSchema).max(ROLES.length),
  /** The verifier of the PIN in argon2id's own text form; never the PIN. */
  pinHash: z.string().max(200).startsWith('$argon2id$').nullable().optional(),
  active: z.boolean(),
  language: languageSchema,
})
export type Person = z.infer<typeof personSchema>

/** Where a branch's rights differ from a role's usual ones: an action given (true) or taken (false). One document a role. */
export const roleSchema = z.strictObject({
  id: z
    .string()
    .max(20)
    .regex(/^rol_(waiter|kitchen|cashier|manager)$/),
  ...envelopeOf('role'),
  role: roleNameSchema,
  rights: z.record(
    z
      .string()
      .max(60)
      .regex(/^[a-z][A-Za-z.]*$/),
    z.boolean(),
  ),
})
export type Role = z.infer<typeof roleSchema>
