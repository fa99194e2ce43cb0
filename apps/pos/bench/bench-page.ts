/** What the page of the benches offers as `window.bench`. */
export interface BenchPage {
  /** The same rounds kept by each subject in turn; milliseconds of each, by subject. */
  saveRounds(rounds: number): Promise<Record<string, number[]>>
  /** The peer of the order slip, with so many dishes. */
  showList(dishes: number): Promise<void>
  /** A waiter and a kitchen in one: shows what came, sends a round at each tap. `url`: the database to synchronise with. */
  openPouchSync(url: string): Promise<void>
  openRxSync(url: string): Promise<void>
  /** Past orders and dishes on the terminal that this browser was enrolled as. `whole`: the bench order, else four facts. */
  seedOrders(count: number, whole: boolean): Promise<void>
  seedDishes(count: number): Promise<void>
  /** The same past orders for the peer's application. */
  seedRxApp(name: string, count: number, whole: boolean): Promise<void>
}

declare global {
  interface Window {
    bench?: BenchPage
  }
}
