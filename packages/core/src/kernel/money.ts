import * as z from 'zod'

/** Minor units of the branch's currency (fen, cents, yen), always an integer. Never a fraction, never a float of major units. */
export type Money = number

export const MAX_MONEY = 1_000_000_000_000

export const moneySchema = z.int().min(-MAX_MONEY).max(MAX_MONEY)

/** What one unit may cost. So bounded that no price × quantity leaves the safe integers, whoever sends it. */
export const MAX_PRICE = 10_000_000_000

export const priceSchema = z.int().min(-MAX_PRICE).max(MAX_PRICE)
