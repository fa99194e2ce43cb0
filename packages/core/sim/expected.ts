import { FOUL_NAMES, OPERATION_NAMES } from './actors/act.ts'
import { EDIT_NAMES } from './actors/edit-documents.ts'
import { FAULT_NAMES } from './world/faults.ts'

/** Contradictions that these actors run into; `openedTwice` and `factRewritten` take more than clumsy hands. */
const CONTRADICTIONS = [
  'closedWithRemainder',
  'discountTwice',
  'lateAfterClose',
  'lateAfterMerge',
  'lateAfterPreBill',
  'lineSentTwice',
  'logForked',
  'movedAfterPaid',
  'numberTwice',
  'overRefunded',
  'overpaid',
  'paymentDisputed',
  'paymentUnknown',
  'refundedTwice',
  'tableOpenedTwice',
  'voidedAfterPaid',
  'voidedAfterServed',
]

const VERDICTS = [
  'accepted',
  'held.fact.forked',
  'held.fact.newer',
  'held.right.missing',
  'held.version.unknown',
  'refused.order.otherBranch',
  'refused.person.unknown',
  'refused.price.mismatch',
  'refused.price.overrideWithoutRight',
  'refused.right.missing',
]

const FLAGS = ['clock.ahead', 'dish.soldOut', 'line.absent', 'order.closed', 'price.stale']

/** What the faults come to on the wire, in the store and in the log. */
const EFFECTS = [
  'fault.duplicate.handshake',
  'fault.duplicate.pull',
  'fault.duplicate.push',
  'fault.lostAnswer.pull',
  'fault.lostAnswer.push',
  'fault.lostRequest',
  'fault.rejected',
  'fault.unavailable',
  'fault.store.conflict',
  'fault.store.lostAnswer',
  'fault.store.unavailable',
  'fault.factsLostWithADevice',
  'break.log.behind',
  'break.log.missing',
  'break.log.tornTail',
  'server.batch.retried',
  'server.epoch.logAhead',
  'server.epoch.seqUnknown',
  'server.fact.forked',
  'server.item.deadLettered',
  'server.leaves.united',
  'rubbish.answered',
]

/** What was looked at: a check that never had anything before it holds always. */
const CHECKS = ['cartLines', 'chains', 'deadLetters', 'drained', 'ordersLookedAt', 'saidAllSafe', 'wholeReplicas']

/** What a run over many seeds has to have exercised; otherwise its checks say nothing. */
export const EXPECTED: readonly string[] = [
  ...OPERATION_NAMES.map((name) => `op.${name}`),
  ...FOUL_NAMES.map((name) => `foul.${name}`),
  ...EDIT_NAMES.map((name) => `edit.${name}`),
  ...FAULT_NAMES.map((name) => `fault.${name}`),
  ...CONTRADICTIONS.map((name) => `contradiction.${name}`),
  ...VERDICTS.map((name) => `verdict.${name}`),
  ...FLAGS.map((name) => `flag.${name}`),
  ...CHECKS.map((name) => `check.${name}`),
  ...EFFECTS,
]
