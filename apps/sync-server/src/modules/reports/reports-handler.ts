import type { RequestHandler } from 'express'
import * as z from 'zod'
import type { Authority } from '@orderez/core/authority'
import type { Branch, Person, Role } from '@orderez/core/branch'
import {
  businessDaySchema,
  idSchema,
  type BranchId,
  type BusinessDay,
  type JsonObject,
  type PersonId,
} from '@orderez/core/kernel'
import type { Dish } from '@orderez/core/menu'
import { daysFromTo } from '@orderez/core/reports'
import { can } from '@orderez/core/staff'
import { Problem } from '../../http/problem.ts'
import { readPeriod } from './read-period.ts'

/** A quarter and a bit: what one answer may take the server's time for. */
const MOST_DAYS = 93

const questionSchema = z.strictObject({ from: businessDaySchema, to: businessDaySchema, person: idSchema('person') })

/**
 * Reports of days that terminals no longer keep. The person is the terminal's word, as in a fact (A18); who may change the restaurant may read
 * what it came to.
 */
export function reportsHandler(authority: Authority, branch: BranchId): RequestHandler {
  return async (request, response) => {
    const question = questionSchema.safeParse(request.query)
    if (!question.success) throw new Problem('request.malformed', question.error.issues[0]?.path.join('.'))
    const { from, to, person } = question.data
    const days = daysAsked(from, to)
    if (!(await mayRead(authority, person))) throw new Problem('right.missing')
    const [found] = await authority.read('branch', [branch])
    if (!found) throw new Problem('request.malformed', 'the restaurant is not open yet')
    const { timeZone, dayStartsAt } = found as JsonObject as Branch
    const dishes = (await authority.list('menu', 'dish')) as readonly JsonObject[] as readonly Dish[]
    const categories = new Map(dishes.map((dish) => [dish.id, dish.category]))
    const rule = { timeZone, dayStartsAt, categoryOf: (dish: Dish['id']) => categories.get(dish) ?? null }
    response.setHeader('cache-control', 'no-store').json(await readPeriod(authority, days, rule))
  }
}

function daysAsked(from: BusinessDay, to: BusinessDay): readonly BusinessDay[] {
  // Cheap before the days are counted one by one.
  const isLong = Date.parse(to) - Date.parse(from) > MOST_DAYS * 86_400_000
  const days = isLong || Number.isNaN(Date.parse(from)) ? [] : daysFromTo(from, to)
  if (days.length === 0 || days.length > MOST_DAYS) throw new Problem('request.malformed', `1 to ${MOST_DAYS} days`)
  return days
}

async function mayRead(authority: Authority, id: PersonId): Promise<boolean> {
  const [[found], roles] = await Promise.all([authority.read('branch', [id]), authority.list('branch', 'role')])
  if (found?.['kind'] !== 'person') return false
  const person = found as JsonObject as Person
  const isActive = person.active && person.deleted !== true
  return isActive && can(person.roles, 'edit.branch', roles as readonly JsonObject[] as readonly Role[])
}
