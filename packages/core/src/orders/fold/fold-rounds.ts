import { THOUSANDTHS, jsonEquals, unitCount, type FactId } from '../../kernel/index.ts'
import type { Line } from '../line.ts'
import type { Stamp } from '../order-state.ts'
import type { Counted } from './counted-facts.ts'
import { stampOf, type LineDraft, type OrderDraft, type UnitDraft } from './order-draft.ts'

/**
 * O5, O6: lines from the rounds sent. A line in two rounds is one line: the round first in (time, id) gives its content,
 * units that another asks beyond it are added, and the kitchen has to acknowledge what differs.
 */
export function foldRounds(draft: OrderDraft, counted: readonly Counted[]): void {
  for (const item of counted) {
    if (item.fact.kind !== 'roundSent') continue
    const { round, lines } = item.fact.body
    const stamp = stampOf(item)
    const known = draft.rounds.get(round) ?? { ...stamp, round, lines: [] }
    draft.rounds.set(round, known)
    for (const line of lines) {
      const first = draft.lines.get(line.id)
      if (first) askApart(draft, first, line, { ...stamp, round })
      else {
        draft.lines.set(line.id, startLine(draft, line, { ...stamp, round }))
        known.lines.push(line.id)
      }
    }
  }
}

type Sending = Stamp & Pick<LineDraft, 'round'>

function startLine(draft: OrderDraft, line: Line, { round, ...sent }: Sending): LineDraft {
  const fired = line.fire === 'now'
  const pieces = line.unit === 'piece'
  const started: LineDraft = {
    id: line.id,
    order: draft.id,
    round,
    sent,
    content: line,
    tax: line.tax,
    note: line.note ?? '',
    options: line.options,
    seat: line.seat ?? null,
    course: line.course ?? null,
    price: line.price,
    unitQuantity: pieces ? THOUSANDTHS : line.quantity,
    unweighed: !pieces && line.weighLater === true,
    fired,
    firedAt: fired ? sent.at.ms : null,
    startedAt: null,
    units: [],
    amendments: [],
    rushes: [],
    apart: [],
  }
  addUnits(draft, started, unitCount(line.quantity, line.unit), sent.fact)
  return started
}

/** Appends units until the line has `count`; returns the numbers of the new ones. */
function addUnits(draft: OrderDraft, line: LineDraft, count: number, askedBy: FactId): number[] {
  const added: number[] = []
  for (let unit = line.units.length + 1; unit <= count; unit += 1) {
    line.units.push(startUnit(draft, line.content, unit, askedBy))
    added.push(unit)
  }
  return added
}

function startUnit(draft: OrderDraft, line: Line, unit: number, askedBy: FactId): UnitDraft {
  const stations = line.stations.map((station) => ({ station, rank: 0, recalled: false, readyBy: [] }))
  return { unit, askedBy, place: draft.home, placedBy: null, stations, servedBy: [], voided: null, comped: null }
}

function askApart(draft: OrderDraft, first: LineDraft, asked: Line, { round, ...stamp }: Sending): void {
  const moreUnits = addUnits(draft, first, unitCount(asked.quantity, asked.unit), stamp.fact)
  const differs = !sameContent(first.content, asked)
  if (moreUnits.length === 0 && !differs) return
  first.apart.push({ ...stamp, round, asked, moreUnits })
  first.amendments.push({
    ...stamp,
    units: moreUnits,
    note: differs ? (asked.note ?? '') : null,
    options: differs ? asked.options : null,
  })
}

/** Equal but for the number of pieces, which adds units instead. */
function sameContent(first: Line, other: Line): boolean {
  const quantity = first.unit === 'piece' ? first.quantity : other.quantity
  return jsonEquals(first, { ...other, quantity })
}
