import type { FactId, OrderId } from '@orderez/core/kernel'
import { emptyOrder, WHOLE_SHARE, type Fact, type Line, type OrderDocument, type Verdict } from '@orderez/core/orders'
import { openSite, type AuthoritySite, type SiteTerminal } from '@orderez/core/testing/authority-site'

export interface Kitchen {
  readonly site: AuthoritySite
  readonly terminal: SiteTerminal
}

export async function openKitchen(): Promise<Kitchen> {
  const site = await openSite({ seed: performance.timeOrigin })
  return { site, terminal: await site.enrol() }
}

/** The bench order: 12 lines in 3 rounds with kitchen facts, 45 facts; then paid and closed, as past orders are. */
export function benchOrder(kitchen: Kitchen): OrderDocument {
  const { site, terminal } = kitchen
  const order = site.ids.next('order')
  const { draft, log } = terminal
  const facts = [terminal.open(order), ...log(draft(order, 'noteSet', { text: '少辣 mild' }))]
  const ordered: Line[] = []
  for (let round = 0; round < 3; round += 1) {
    const lines = Array.from({ length: 4 }, () => site.line())
    ordered.push(...lines)
    facts.push(terminal.send(order, lines))
    for (const [index, { id, stations }] of lines.entries()) {
      const [station] = stations
      if (!station) continue
      const units = [{ line: id, units: [1] }]
      const atStation = { station, units }
      const { kitchen: cook, waiter } = site.people
      if (index === 0) facts.push(...log(draft(order, 'started', atStation, cook)))
      facts.push(...log(draft(order, 'received', atStation, cook), draft(order, 'ready', atStation, cook)))
      facts.push(...log(draft(order, 'served', { units }, waiter)))
    }
  }
  facts.push(...log(draft(order, 'noteSet', { text: '打包 to go' })))
  return documentOf(order, [...facts, ...settled(kitchen, order, ordered)])
}

/** One dish, paid in cash and closed: the least that a bill leaves behind. */
export function closedOrder(kitchen: Kitchen): OrderDocument {
  const { site, terminal } = kitchen
  const order = site.ids.next('order')
  const line = site.line()
  const facts = [terminal.open(order), terminal.send(order, [line])]
  return documentOf(order, [...facts, ...settled(kitchen, order, [line])])
}

/** Paid in cash, exactly, and closed. */
function settled({ site, terminal }: Kitchen, order: OrderId, lines: readonly Line[]): Fact[] {
  const due = lines.reduce((sum, line) => sum + line.price.base, 0)
  const units = lines.map(({ id }) => ({ line: id, units: [1] }))
  const basis = { units, charges: [], discounts: [], due, seen: { count: 2, digest: '0'.repeat(64) } }
  const sums = { amount: due, tendered: due, change: 0, tip: 0 }
  const payment = { payment: site.ids.next('payment'), share: WHOLE_SHARE, tender: 'cash', state: 'confirmed' } as const
  const { cashier } = site.people
  return terminal.log(
    terminal.draft(order, 'paid', { ...payment, ...sums, basis }, cashier),
    terminal.draft(order, 'closed', { basis }, cashier),
  )
}

/** As a server that accepted everything serves it. */
function documentOf(order: OrderId, facts: readonly Fact[]): OrderDocument {
  const verdicts = facts.map(({ id, at }): [FactId, Verdict] => [
    id,
    { of: id, decision: 'accepted', receivedAt: at.ms, epoch: 'bench' },
  ])
  return {
    ...emptyOrder(order),
    facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])),
    verdicts: Object.fromEntries(verdicts),
  }
}
