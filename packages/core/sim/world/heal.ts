import { goodConditions } from './sim-link.ts'
import type { World } from './world.ts'

/** Everything is mended: networks, disks, whoever is down comes up. Clocks stay as wrong as they are (S13). */
export async function heal(world: World): Promise<void> {
  const { server, terminals, scheduler, journal } = world
  journal.write('everything is mended')
  server.setStoreTrouble(0)
  for (const { conditions } of terminals) Object.assign(conditions, goodConditions())
  // Deaths that were already on their way come first, with their own return; afterwards nobody dies any more.
  await scheduler.advance(60_000)
  for (const { conditions } of terminals) Object.assign(conditions, goodConditions())
  server.setStoreTrouble(0)
}
