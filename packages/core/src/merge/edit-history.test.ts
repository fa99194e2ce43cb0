import { describe, expect, it } from 'vitest'
import { changedNow, NO_HISTORY, redoneStep, undoneStep, withStep, type DocumentChange } from './index.ts'

const table = { id: 't', x: 10, seats: 4 }
const moved: DocumentChange = { before: table, after: { ...table, x: 50 } }
const reseated: DocumentChange = { before: { ...table, x: 50 }, after: { ...table, x: 50, seats: 6 } }
const taken = (changes: readonly DocumentChange[], current: Parameters<typeof changedNow>[0]) =>
  changes.reduce((now, change) => changedNow(now, change), current)

describe('the history of an editor', () => {
  it('goes back and forth over many steps', () => {
    const history = withStep(withStep(NO_HISTORY, [moved]), [reseated])
    const once = undoneStep(history)!
    const first = taken(once.changes, reseated.after)
    expect(first).toEqual(moved.after)
    const twice = undoneStep(once.history)!
    expect(taken(twice.changes, first)).toEqual(table)
    expect(undoneStep(twice.history)).toBeNull()
    const again = redoneStep(twice.history)!
    expect(taken(again.changes, table)).toEqual(moved.after)
    expect(taken(redoneStep(again.history)!.changes, moved.after)).toEqual(reseated.after)
  })

  it('keeps what somebody else changed meanwhile', () => {
    const { changes } = undoneStep(withStep(NO_HISTORY, [moved]))!
    expect(taken(changes, { ...moved.after, label: 'A9', seats: 8 })).toEqual({ ...table, label: 'A9', seats: 8 })
  })

  it('forgets what was taken back once something new is done', () => {
    const { history } = undoneStep(withStep(NO_HISTORY, [moved]))!
    expect(redoneStep(withStep(history, [reseated]))).toBeNull()
  })

  it('takes an added document away, and brings a removed one back', () => {
    const added = undoneStep(withStep(NO_HISTORY, [{ before: null, after: table }]))!
    expect(taken(added.changes, table)).toEqual({ ...table, deleted: true })
    expect(taken(redoneStep(added.history)!.changes, { ...table, deleted: true })).toEqual({ ...table, deleted: false })
    const removed = undoneStep(withStep(NO_HISTORY, [{ before: table, after: { ...table, deleted: true } }]))!
    expect(taken(removed.changes, { ...table, deleted: true })).toEqual({ ...table, deleted: false })
  })

  it('does the same for the elements of a list, and for its order', () => {
    const list = { list: [{ id: 'a' }, { id: 'b' }] }
    const added = { before: list, after: { list: [{ id: 'c' }, ...list.list] } }
    const back = undoneStep(withStep(NO_HISTORY, [added]))!
    const now = taken(back.changes, added.after)
    expect(now).toEqual({ list: [{ id: 'a' }, { id: 'b' }, { id: 'c', deleted: true }] })
    expect(taken(redoneStep(back.history)!.changes, now)).toEqual({
      list: [{ id: 'c', deleted: false }, { id: 'a' }, { id: 'b' }],
    })
    const reordered = { before: list, after: { list: list.list.toReversed() } }
    expect(taken(undoneStep(withStep(NO_HISTORY, [reordered]))!.changes, reordered.after)).toEqual(list)
  })

  it('takes a step of several documents back from its end', () => {
    const [a, b] = [{ before: null, after: { id: 'a' } }, moved]
    expect(undoneStep(withStep(NO_HISTORY, [a, b]))!.changes.map(({ after }) => after['id'])).toEqual(['t', 'a'])
  })
})
