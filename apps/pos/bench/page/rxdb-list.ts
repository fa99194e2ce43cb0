import { openPeerRows } from './peer-database.ts'

/** The peer of the order slip: buttons, an insert a tap, and a list that a live query of RxDB draws again. */
export async function showList(dishes: number): Promise<void> {
  const lines = await openPeerRows(`bench-list-${performance.timeOrigin}`)
  const list = document.createElement('ul')
  const buttons = Array.from({ length: dishes }, (_, dish) => {
    const button = document.createElement('button')
    button.textContent = `dish ${dish}`
    button.dataset['testid'] = 'dish'
    button.addEventListener('click', () => void lines.insert({ id: crypto.randomUUID(), body: dish }))
    return button
  })
  document.querySelector('#root')?.replaceChildren(...buttons, list)
  lines.find().$.subscribe((rows) => {
    list.replaceChildren(
      ...rows.map((row) => {
        const item = document.createElement('li')
        item.dataset['testid'] = 'cart-line'
        item.textContent = `dish ${String(row.get('body'))}`
        return item
      }),
    )
  })
}
