import type { RoleName } from '../src/branch/index.ts'
import type { PlantedMistake } from '../src/testing/planted-mistakes.ts'
import { act } from './actors/act.ts'
import { editSomething } from './actors/edit-documents.ts'
import { usualRole } from './actors/set-scene.ts'
import { checkAfterStep, createStepChecks } from './checks/step-checks.ts'
import { checkInTheEnd } from './checks/final-checks.ts'
import type { SeedResult } from './seed-result.ts'
import { CheckFailed } from './world/check-failed.ts'
import { somethingGoesWrong } from './world/faults.ts'
import { heal } from './world/heal.ts'
import { createWorld, textOf, type World } from './world/world.ts'

export interface SeedOptions {
  readonly seed: number
  readonly steps: number
  readonly terminals: number
  readonly mistakes: readonly PlantedMistake[]
  /** Keep every line of the script rather than the last ones. */
  readonly script: boolean
}

/** Runs one seed from the opening of the restaurant to the checks after everything is mended. Never rejects. */
export async function simulateSeed(options: SeedOptions): Promise<SeedResult> {
  const world = createWorld(options)
  const started = process.threadCpuUsage()
  let step = 0
  let failure: SeedResult['failure'] = null
  const watch = (error: unknown) => {
    world.fault ??= new CheckFailed('throw', textOf(error))
  }
  process.on('unhandledRejection', watch)
  try {
    await open(world)
    const checks = createStepChecks(world)
    for (step = 1; step <= options.steps; step += 1) {
      await takeStep(world)
      checkAfterStep(world, checks, step)
    }
    await heal(world)
    await checkInTheEnd(world, checks)
  } catch (error) {
    const check = error instanceof CheckFailed ? error.check : 'throw'
    const message = error instanceof CheckFailed ? error.message : textOf(error)
    world.journal.write(`FAILED ${check} ${message}`)
    failure = { check, step, message, events: world.journal.tail() }
  } finally {
    process.off('unhandledRejection', watch)
  }
  const { user, system } = process.threadCpuUsage(started)
  return {
    seed: options.seed,
    failure,
    digest: world.journal.digest(),
    counts: world.tally.counts(),
    virtualMs: world.scheduler.now(),
    cpuMs: (user + system) / 1_000,
    script: options.script ? world.journal.tail() : [],
  }
}

/** The server is set up once, as at installation, and every terminal is enrolled and opened. */
async function open(world: World): Promise<void> {
  const { server, site, scheduler } = world
  void server.boot()
  await scheduler.advance(1_000)
  const { authority } = server
  if (!authority) throw new CheckFailed('throw', 'the server does not start')
  for (const collection of ['branch', 'menu', 'floor'] as const) {
    const put = authority.put(collection, site.documents[collection])
    await scheduler.advance(500)
    const answer = await put
    if (!answer.ok) throw new CheckFailed('throw', `the server does not take its own ${collection}: ${answer.code}`)
  }
  server.takeBackup()
  for (const [index, terminal] of site.terminals.entries()) {
    void world.addTerminal(index, terminal.letters).boot()
  }
  await scheduler.advance(3_000)
}

const ACTIONS = { act: 70, edit: 8, fault: 12, wait: 10 } as const

async function takeStep(world: World): Promise<void> {
  const { random, scheduler, terminals } = world
  const terminal = random.pick(terminals)
  const action = random.weighted(ACTIONS)
  if (action === 'act') act(world, terminal, roleAt(world, terminals.indexOf(terminal)))
  else if (action === 'edit') editSomething(world, terminal)
  else if (action === 'fault') somethingGoesWrong(world)
  await scheduler.advance(paceOf(world, action))
  if (world.fault) throw world.fault
}

/** Mostly whoever belongs there; now and then somebody else signs in. */
function roleAt(world: World, index: number): RoleName {
  if (world.random.chance(0.12)) return 'manager'
  if (world.random.chance(0.1)) return world.random.pick(['waiter', 'kitchen', 'cashier'] as const)
  return usualRole(index)
}

/** Some things happen within one breath of each other, some after minutes. */
function paceOf(world: World, action: keyof typeof ACTIONS): number {
  const { random } = world
  if (action === 'wait') return random.pick([5_000, 20_000, 60_000])
  return random.chance(0.4) ? random.int(0, 5) : random.int(20, 2_500)
}
