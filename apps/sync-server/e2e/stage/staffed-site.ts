import { openRestaurant, type RestaurantServer } from './restaurant-server.ts'
import { openLarder, type Larder } from './round-of-dishes.ts'
import { createSiteClient, enrolTerminal, type SiteClient, type StageTerminal } from './site-client.ts'

/** The demo restaurant with terminals that may speak, and what they can order. */
export interface StaffedSite {
  readonly server: RestaurantServer
  readonly client: SiteClient
  readonly terminals: readonly StageTerminal[]
  readonly larder: Larder
}

export async function openStaffedSite(count: number): Promise<StaffedSite> {
  const server = await openRestaurant()
  const client = createSiteClient(server.port, server.caPem)
  const first = await enrolTerminal(client, await server.joinCode())
  const terminals = [first]
  while (terminals.length < count) terminals.push(await enrolTerminal(client, await server.joinCode()))
  return { server, client, terminals, larder: await openLarder(first) }
}
