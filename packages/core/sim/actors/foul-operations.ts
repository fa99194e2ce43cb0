import {
  emptyOrder,
  foldOrder,
  openOrder,
  sendRound,
  setGuests,
  setNote,
  voidUnits,
  type FactDraft,
} from '../../src/orders/index.ts'
import type { DishVersionId } from '../../src/kernel/index.ts'
import { giveDiscount, takePayment } from '../../src/payments/index.ts'
import { makeLines } from './make-line.ts'
import { openOrders, pickOrder, pickUnits, type Outcome, type Scene } from './scene.ts'

/** What the server has to make of a fact: `setAside` with one of the codes, or a dead letter. */
export type FoulExpectation =
  | { readonly is: 'setAside'; readonly codes: readonly string[] }
  | { readonly is: 'deadLetter' }

export interface Foul {
  readonly drafts: Outcome | null
  readonly expected: FoulExpectation
}

/** Something that a broken, tampered or newer terminal sends, or a person without the right. Its own screen is left out of the matter. */
export type FoulOperation = (scene: Scene) => Foul

const refused = (...codes: string[]): FoulExpectation => ({ is: 'setAside', codes })

/** The same scene for somebody who does not care what they may do. */
function boldly(scene: Scene, person = scene.site.persons.kitchen[0]): Scene {
  const bold = person ?? scene.person
  return { ...scene, person: bold, context: { ...scene.context, person: bold.id, may: () => true } }
}

const voidWithoutRight: FoulOperation = (scene) => {
  const units = pickUnits(scene, (unit) => !unit.voided && unit.stage !== 'ready' && unit.stage !== 'served')
  const drafts = units && voidUnits(scene.orders, { units, reason: 'not mine to say' }, boldly(scene).context)
  return { drafts, expected: refused('right.missing') }
}

const discountWithoutRight: FoulOperation = (scene) => {
  const order = pickOrder(scene)
  const request = { method: { type: 'percent', ratePpm: 500_000 }, reason: 'a friend' } as const
  const { context } = boldly(scene, scene.site.persons.waiter[0])
  const drafts = order && giveDiscount(scene.orders, { at: { order: order.id, share: 'A' }, ...request }, context)
  return { drafts, expected: refused('right.missing') }
}

/** Physical: money was taken by somebody who may not. Held, never refused. */
const payWithoutRight: FoulOperation = (scene) => {
  const order = pickOrder(scene)
  const request = { tender: 'cash' } as const
  const { context } = boldly(scene)
  const drafts = order && takePayment(scene.orders, { at: { order: order.id, share: 'A' }, ...request }, context)
  return { drafts, expected: refused('right.missing') }
}

const byStranger: FoulOperation = (scene) => {
  const order = pickOrder(scene)
  const context = { ...scene.context, person: scene.site.stranger, may: () => true }
  return { drafts: order && setGuests(order, order.guests + 1, context), expected: refused('person.unknown') }
}

const otherBranch: FoulOperation = (scene) => {
  const number = { letters: scene.letters, counter: scene.nextNumber() }
  const order = scene.ids.next('order')
  const request = {
    order,
    branch: scene.site.otherBranch,
    day: scene.day,
    number,
    type: 'takeaway',
    guests: 0,
  } as const
  return { drafts: openOrder(request, boldly(scene, scene.manager).context), expected: refused('order.otherBranch') }
}

/** A round with a changed price, a price without the right to it, or of a version that no menu ever had. */
const tamperedRound: FoulOperation = (scene) => {
  const { random } = scene
  const order = pickOrder(scene)
  const how = random.pick(['price', 'override', 'version'] as const)
  const lines = makeLines(scene)
    .slice(0, 1)
    .map((line) => {
      if (how === 'version') return { ...line, version: `dvr_${'0'.repeat(64)}` as DishVersionId }
      const price = {
        ...line.price,
        base: line.price.base + 1,
        options: line.price.options.map((one) => ({ ...one, amount: one.amount + 1 })),
      }
      const isDayPrice = line.price.pending === true
      const changed = isDayPrice ? { ...line, tax: { ...line.tax, ratePpm: 0 } } : { ...line, price }
      return how === 'override' ? { ...changed, price: { ...changed.price, reason: 'because' } } : changed
    })
  const waiter = boldly(scene, scene.site.persons.waiter[0])
  const drafts = sendRound(order ?? foldOrder(emptyOrder(scene.ids.next('order')), null), { lines }, waiter.context)
  const codes = { price: 'price.mismatch', override: 'price.overrideWithoutRight', version: 'version.unknown' }
  return { drafts: order && drafts, expected: refused(codes[how]) }
}

/** A fact of a version that is still to come: kept and held until the server can read it. */
const newer: FoulOperation = (scene) => {
  const order = pickOrder(scene)
  const drafts = order && setNote(order, `${order.note}+`, scene.context)
  const future = (draft: FactDraft): FactDraft => ({ ...draft, v: 2, kind: 'sungAloud', body: { by: 'everybody' } })
  return {
    drafts: drafts?.ok ? { ok: true, value: drafts.value.map(future) } : drafts,
    expected: refused('fact.newer'),
  }
}

/** What nobody can read: it must not hold up what comes behind it. Nothing that its own terminal would reckon with. */
const poison: FoulOperation = (scene) => {
  const { random } = scene
  const order = pickOrder(scene, openOrders(scene))
  const drafts = order && setNote(order, `${order.note}+`, scene.context)
  const spoil = (draft: FactDraft): FactDraft =>
    random.pick([
      { ...draft, kind: 'neverHeardOf' },
      { ...draft, body: { text: 'x'.repeat(600) } },
      { ...draft, body: { text: 'extra', loud: true } },
      { ...draft, at: { ms: -1, tick: 0 } },
    ])
  return { drafts: drafts?.ok ? { ok: true, value: drafts.value.map(spoil) } : drafts, expected: { is: 'deadLetter' } }
}

export const FOUL_OPERATIONS = {
  voidWithoutRight,
  discountWithoutRight,
  payWithoutRight,
  byStranger,
  otherBranch,
  tamperedRound,
  newer,
  poison,
} as const satisfies Readonly<Record<string, FoulOperation>>
