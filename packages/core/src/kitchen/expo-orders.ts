import type { EpochMs, LineId, Names, OrderId, StationId, TableId } from '../kernel/index.ts'
import type {
  ChosenOption,
  LineState,
  OrderNumber,
  OrderState,
  StationStage,
  UnitRef,
  UnitState,
} from '../orders/index.ts'

/** So many units of a line stand so at a station. */
export interface ExpoStation {
  readonly station: StationId
  readonly stage: StationStage | 'held'
  readonly units: number
}

/** A line at the pass: what the guest still waits for. */
export interface ExpoLine {
  readonly line: LineId
  readonly names: Names
  readonly options: readonly ChosenOption[]
  readonly note: string
  readonly seat: number | null
  readonly course: number | null
  readonly rushed: boolean
  readonly firedAt: EpochMs | null
  /** Units neither served nor voided. */
  readonly waiting: readonly number[]
  /** Of these, the ones that may go out: done at every station, or made at none. */
  readonly ready: readonly number[]
  readonly stations: readonly ExpoStation[]
}

/** All stations of an order joined, as long as somebody waits for something of it. */
export interface ExpoOrder {
  readonly order: OrderId
  readonly table: TableId | null
  readonly number: OrderNumber | null
  readonly type: 'dineIn' | 'takeaway' | 'delivery' | null
  readonly guests: number
  /** When guests want what they take away; null: as soon as it is done. */
  readonly wishedAt: EpochMs | null
  readonly note: string
  /** Since when the oldest waiting unit was asked for; null where everything is held. */
  readonly firedAt: EpochMs | null
  readonly sentAt: EpochMs
  /** Everything fired is ready: it can go out whole. */
  readonly complete: boolean
  readonly ready: readonly UnitRef[]
  readonly lines: readonly ExpoLine[]
}

/** K2, K4: what the pass has to bring together: the oldest first, wholly held ones last. Units stand with the bill they are on now. */
export function expoOrdersOf(states: Iterable<OrderState>): ExpoOrder[] {
  const all = [...states]
  const waiting = new Map<OrderId, { readonly line: LineState; readonly units: readonly UnitState[] }[]>()
  for (const line of all.flatMap(carriedLines)) {
    for (const [order, units] of waitingByOrder(line)) {
      waiting.set(order, [...(waiting.get(order) ?? []), { line, units }])
    }
  }
  return all
    .flatMap((state) => {
      const entries = waiting.get(state.id) ?? []
      return entries.length === 0 ? [] : [expoOrder(state, entries)]
    })
    .sort(byAge)
}

/** What somebody carries: of a set meal its dishes, not the meal itself, which is served with the last of them. */
function carriedLines({ lines }: OrderState): readonly LineState[] {
  const all = [...lines.values()]
  const sets = new Set(
    all.filter(({ units }) => units.some((unit) => !unit.voided)).flatMap(({ content }) => content.parent ?? []),
  )
  return all.filter(({ id }) => !sets.has(id))
}

function waitingByOrder(line: LineState): Map<OrderId, UnitState[]> {
  const byOrder = new Map<OrderId, UnitState[]>()
  for (const unit of line.units) {
    if (unit.voided || unit.stage === 'served') continue
    byOrder.set(unit.place.order, [...(byOrder.get(unit.place.order) ?? []), unit])
  }
  return byOrder
}

function expoOrder(
  state: OrderState,
  entries: readonly { readonly line: LineState; readonly units: readonly UnitState[] }[],
): ExpoOrder {
  const lines = entries.map(({ line, units }) => expoLine(line, units))
  const fired = lines.filter((line) => line.firedAt !== null)
  const times = fired.flatMap((line) => line.firedAt ?? [])
  return {
    order: state.id,
    table: state.table,
    number: state.opening?.number ?? null,
    type: state.opening?.type ?? null,
    guests: state.guests,
    wishedAt: state.wishedAt,
    note: state.note,
    firedAt: times.length > 0 ? Math.min(...times) : null,
    sentAt: Math.min(...entries.map(({ line }) => line.sent.at.ms)),
    complete: fired.length > 0 && fired.every((line) => line.ready.length === line.waiting.length),
    ready: lines.flatMap(({ line, ready }) => (ready.length > 0 ? [{ line, units: [...ready] }] : [])),
    lines,
  }
}

function expoLine(line: LineState, units: readonly UnitState[]): ExpoLine {
  return {
    line: line.id,
    names: line.content.names,
    options: line.options,
    note: line.note,
    seat: line.seat,
    course: line.course,
    rushed: line.rushes.length > 0,
    firedAt: line.fired ? (line.firedAt ?? line.sent.at.ms) : null,
    waiting: units.map((unit) => unit.unit),
    ready: units.filter(mayGoOut).map((unit) => unit.unit),
    stations: line.content.stations.flatMap((station) => stagesAt(station, line.fired, units)),
  }
}

function mayGoOut(unit: UnitState): boolean {
  return unit.stage === 'ready' || (unit.stage === 'sent' && unit.stations.length === 0)
}

function stagesAt(station: StationId, fired: boolean, units: readonly UnitState[]): ExpoStation[] {
  const counts = new Map<ExpoStation['stage'], number>()
  for (const unit of units) {
    const here = unit.stations.find((one) => one.station === station)
    const stage = fired ? (here?.stage ?? 'sent') : 'held'
    counts.set(stage, (counts.get(stage) ?? 0) + 1)
  }
  return [...counts].map(([stage, count]) => ({ station, stage, units: count }))
}

function byAge(a: ExpoOrder, b: ExpoOrder): number {
  const held = Number(a.firedAt === null) - Number(b.firedAt === null)
  return held || (a.firedAt ?? a.sentAt) - (b.firedAt ?? b.sentAt) || (a.order < b.order ? -1 : 1)
}
