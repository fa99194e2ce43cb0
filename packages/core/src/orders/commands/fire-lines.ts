import { err, type LineId } from '../../kernel/index.ts'
import type { LineState, OrderState } from '../order-state.ts'
import { sayEach, type CommandContext, type Drafts } from './command.ts'
import { findLines, linesByHome } from './named-units.ts'

export interface FireRequest {
  readonly lines: readonly LineId[]
  readonly course?: number
}

/** K3: tells the kitchen to cook what was held. Lines already fired are left out. Fails with `line.unknown`, `nothing.toDo`. */
export function fireLines(
  orders: Iterable<OrderState>,
  request: FireRequest,
  context: CommandContext,
): Drafts<'line.unknown' | 'nothing.toDo'> {
  const found = findLines(orders, request.lines)
  if (!found.ok) return found
  const lines = found.value.filter((line) => !line.fired && isWanted(line))
  if (lines.length === 0) return err('nothing.toDo')
  return sayEach(context, 'fired', withCourse(lines, request.course))
}

/** K3: holds lines back. What a station has started cannot be held (`line.started`). Fails with `line.unknown`, `nothing.toDo`. */
export function holdLines(
  orders: Iterable<OrderState>,
  request: FireRequest,
  context: CommandContext,
): Drafts<'line.unknown' | 'line.started' | 'nothing.toDo'> {
  const found = findLines(orders, request.lines)
  if (!found.ok) return found
  const fired = found.value.filter((line) => line.fired && isWanted(line))
  if (fired.length === 0) return err('nothing.toDo')
  const waiting = fired.filter((line) => !isStarted(line))
  if (waiting.length === 0) return err('line.started')
  return sayEach(context, 'held', withCourse(waiting, request.course))
}

/** K6: asks the kitchen to hurry; it has to acknowledge. Fails with `line.unknown`, `line.held`, `nothing.toDo` (all ready or voided). */
export function rushLines(
  orders: Iterable<OrderState>,
  request: Pick<FireRequest, 'lines'>,
  context: CommandContext,
): Drafts<'line.unknown' | 'line.held' | 'nothing.toDo'> {
  const found = findLines(orders, request.lines)
  if (!found.ok) return found
  const open = found.value.filter(isUnfinished)
  if (open.length === 0) return err('nothing.toDo')
  const fired = open.filter((line) => line.fired)
  if (fired.length === 0) return err('line.held')
  const bodies = [...linesByHome(fired)].map(([home, lines]) => [home, { lines }] as const)
  return sayEach(context, 'rushed', bodies)
}

function withCourse(lines: readonly LineState[], course: number | undefined) {
  return [...linesByHome(lines)].map(([home, ids]) => [home, { lines: ids, course }] as const)
}

function isWanted(line: LineState): boolean {
  return line.units.some((unit) => !unit.voided)
}

function isStarted(line: LineState): boolean {
  return line.units.some(
    (unit) => unit.stage === 'served' || unit.stations.some(({ stage }) => stage === 'started' || stage === 'ready'),
  )
}

function isUnfinished(line: LineState): boolean {
  return line.units.some((unit) => !unit.voided && unit.stage !== 'ready' && unit.stage !== 'served')
}
