import * as z from 'zod'
import { envelope, safeText } from '../kernel/index.ts'

/** Where cash lies. Payments and refunds in cash name it. */
export const drawerSchema = z.strictObject({
  ...envelope('drawer'),
  name: safeText(40).min(1),
  sort: z.int().min(0).max(1_000_000),
})
export type Drawer = z.infer<typeof drawerSchema>
