import * as z from 'zod'

/** Minor units of the branch's currency (fen, cents, yen), always an integer. Never a fraction, never a float of major units. */
export type Money = number

export const MAX_MONEY = 1_000_000_000_000

export const moneySchema = z.int().min(-MAX_MONEY).max(MAX_MONEY)
