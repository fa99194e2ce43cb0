import type { JsonObject } from '../../src/kernel/index.ts'
import type { Fact } from '../../src/orders/index.ts'
import { CheckFailed } from './check-failed.ts'
import type { SimTerminal } from './sim-terminal.ts'
import { textOf, type World } from './world.ts'

/** A tampered client sends what no engine would: the server answers each item and changes no order. */
export function pushRubbish(world: World, terminal: SimTerminal): void {
  const { server, site, random } = world
  const { authority } = server
  if (!authority) return
  const actor = { terminal: terminal.enrolled.id, branch: site.branch.id }
  const facts = [...world.serverReplica().documents.values()].flatMap((order): Fact[] => Object.values(order.facts))
  const known = facts.length > 0 ? random.pick(facts) : null
  const items = [null, 17, 'text', [], { id: 'fct_nonsense' }, ...(known ? forgeries(world, known, terminal) : [])]
  const request = { branch: site.branch.id, epoch: authority.epoch(), facts: random.some(items, 1), edits: [{}] }
  authority.push(actor, request).then(
    (answer) => {
      if (answer.ok) world.tally.add('rubbish.answered', answer.value.facts.length)
    },
    (error: unknown) => {
      world.fault ??= new CheckFailed('throw', `push of rubbish: ${textOf(error)}`)
    },
  )
}

/** The body of a known fact changed under its id, and a fact in the name of another terminal. */
function forgeries(world: World, known: Fact, speaker: SimTerminal): JsonObject[] {
  const forged = world.site.terminals.find(({ id }) => id !== speaker.enrolled.id)
  return [
    { ...known, at: { ms: known.at.ms + 1, tick: 0 } },
    { ...known, person: world.site.stranger },
    ...(forged ? [{ ...known, id: forgedId(known.id), terminal: forged.id }] : []),
  ]
}

/** Another id of the same form. */
function forgedId(id: string): string {
  return `${id.slice(0, -2)}${id.endsWith('00') ? '11' : '00'}`
}
