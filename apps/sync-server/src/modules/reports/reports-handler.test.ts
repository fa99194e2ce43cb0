import { createServer } from 'node:http'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '@orderez/core/branch'
import type { BusinessDay, JsonObject } from '@orderez/core/kernel'
import { daysBefore, lastDays, periodReportSchema, reportOf, type PeriodReport } from '@orderez/core/reports'
import { openDemoSite, siteIds, type DemoSite } from '../../../e2e/stage/demo-site.ts'
import { listen, type Listener } from '../../http/listen.ts'
import { problemHandler } from '../../http/problem.ts'
import { reportsHandler } from './reports-handler.ts'

const NOW = Date.UTC(2026, 10, 23, 6)
const RULE = { timeZone: 'Asia/Shanghai', dayStartsAt: '05:00', categoryOf: () => null }

let site: DemoSite
let listener: Listener
let people: ReadonlyMap<string, string>
let days: readonly BusinessDay[]

beforeAll(async () => {
  const branch = siteIds.next('branch')
  site = await openDemoSite(branch, () => NOW)
  await site.writePast(4)
  const persons = (await site.authority.list('branch', 'person')) as readonly JsonObject[] as readonly Person[]
  people = new Map(persons.map((person) => [person.signIn, person.id]))
  days = daysBefore(lastDays(NOW, 1, RULE)[0] as BusinessDay, 4)
  const app = express()
  app.get('/reports', reportsHandler(site.authority, branch))
  app.use(problemHandler(() => undefined))
  listener = await listen(createServer(app), 0, '127.0.0.1')
})
afterAll(() => listener.stop(0))

async function ask(question: Readonly<Record<string, string | undefined>>): Promise<readonly [number, unknown]> {
  const given = Object.entries(question).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  )
  const response = await fetch(`http://127.0.0.1:${listener.port}/reports?${String(new URLSearchParams(given))}`)
  return [response.status, await response.json()]
}

async function period(from: BusinessDay | undefined, to: BusinessDay | undefined): Promise<PeriodReport> {
  const [status, answer] = await ask({ from, to, person: people.get('zhao') })
  expect(status).toBe(200)
  return periodReportSchema.parse(answer)
}

describe('reports of the server', () => {
  it('come to what the stored orders of those days come to, with the days before', async () => {
    const answer = await period(days[2], days[3])
    const states = await site.states()
    const of = (some: readonly (BusinessDay | undefined)[]) =>
      reportOf(
        states.filter((state) => some.includes(state.opening?.day)),
        RULE,
      )
    const [now, before] = [of(days.slice(2)), of(days.slice(0, 2))]
    expect(answer.report.takings).toBe(now.takings)
    expect(answer.report.byHour).toEqual(now.byHour)
    expect(answer.report.byTender).toEqual(now.byTender)
    expect(answer.report.voids.count).toBe(now.voids.count)
    expect(answer.report.unreadable).toEqual([])
    expect(answer.report.byCategory.every(({ of: category }) => category?.startsWith('cat_'))).toBe(true)
    expect(answer.days.map(({ day, takings, orders }) => [day, takings, orders])).toEqual(
      days.slice(2).map((day) => [day, of([day]).takings, of([day]).orders]),
    )
    expect(answer.before).toMatchObject({ takings: before.takings, orders: before.orders, guests: before.guests })
    expect(before.orders).toBeGreaterThan(80)
  })

  it('say nothing of a time before the restaurant', async () => {
    expect((await period(days[0], days[3])).before).toBeNull()
  })

  it('are for those alone who may change the restaurant', async () => {
    for (const signIn of ['lin', 'chen', 'wang']) {
      const asked = await ask({ from: days[0], to: days[0], person: people.get(signIn) })
      expect(asked).toMatchObject([403, { code: 'right.missing' }])
    }
    expect(await ask({ from: days[0], to: days[0], person: siteIds.next('person') })).toMatchObject([403, {}])
  })

  it('refuse questions that are none, or too long', async () => {
    const person = people.get('zhao')
    for (const question of [
      { from: days[1], to: days[0], person },
      { from: '2020-01-01', to: days[0], person },
      { from: '0001-01-01', to: '9999-12-31', person },
      { from: 'yesterday', to: days[0], person },
      { from: days[0], to: days[0] },
      { from: days[0], to: days[0], person, more: '1' },
    ]) {
      expect(await ask(question)).toMatchObject([400, { code: 'request.malformed' }])
    }
  })
})
