import { beforeEach, describe, expect, it } from 'vitest'
import { err, ok, type JsonObject } from '../kernel/index.ts'
import type { Edit, PushRequest } from '../sync/index.ts'
import { acceptAll, createScriptedLink, nothingNew, type ScriptedLink } from '../testing/scripted-link.ts'
import { createTerminalScene, type SceneOptions, type TerminalScene } from '../testing/terminal-scene.ts'
import { createVirtualTime, type VirtualTime } from '../testing/virtual-time.ts'

type Soup = JsonObject & { readonly id: string }

let time: VirtualTime
let link: ScriptedLink
let scene: TerminalScene
let soup: Soup

async function online(options: Partial<SceneOptions> = {}): Promise<void> {
  scene = await createTerminalScene({ link, time, ...options })
  soup = { id: scene.ids.next('category'), kind: 'category', v: 1, names: { zh: '汤', en: 'Soup' }, sort: 1 }
  await scene.engine.start()
  await time.settle()
}

const status = () => scene.engine.status()
const edit = (next: Soup) => scene.engine.edit('menu', next, scene.person)
const shown = async () => (await scene.store.readDocuments('menu', [soup.id]))[0]
const pending = () => scene.store.pendingEdit('menu', soup.id)
const pushedEdits = () => link.pushes.flatMap(({ edits }) => edits as readonly Edit[])

/** The menu's pulls are answered with this document once, as if somebody else had changed it. */
function serve(document: JsonObject): void {
  let once = true
  link.script.pull = async ({ collection, checkpoint }) => {
    const documents = collection === 'menu' && once ? [document] : []
    if (collection === 'menu') once = false
    return ok({ ...nothingNew(link, checkpoint?.seq), documents })
  }
  link.say({ type: 'changed', collections: ['menu'] })
}

/** Answers like a server that lost the first so many answers after it had applied them. */
function loseAnswers(count: number): void {
  let left = count
  link.script.push = async (request) => ((left -= 1) >= 0 ? err('link.offline') : ok(acceptAll(link, request)))
}

/** Holds the answer to the next push back; returns the way to give it. */
function holdAnswer(
  answer: (request: PushRequest) => ReturnType<typeof acceptAll> = (request) => acceptAll(link, request),
): () => Promise<void> {
  const held: (() => void)[] = []
  link.script.push = (request) => new Promise((resolve) => held.push(() => resolve(ok(answer(request)))))
  return async () => {
    link.script = {}
    for (const give of held) give()
    await time.settle()
  }
}

beforeEach(() => {
  time = createVirtualTime()
  link = createScriptedLink()
})

describe('edits (E11)', () => {
  it('show at once and reach the server', async () => {
    await online()
    await edit(soup)
    expect(await shown()).toEqual(soup)
    await time.settle()
    expect(pushedEdits()).toMatchObject([{ base: null, mine: soup, collection: 'menu', document: soup.id }])
    expect(await pending()).toBeNull()
    expect(status().pendingEdits).toBe(0)
  })

  it('wait offline as one edit with the first base and the last wish', async () => {
    await online()
    await edit(soup)
    await time.settle()
    link.online = false
    link.pushes.length = 0
    await edit({ ...soup, sort: 2 })
    const first = await pending()
    await edit({ ...soup, sort: 3 })
    await time.settle()
    expect((await pending())?.base).toEqual(soup)
    expect(status().pendingEdits).toBe(1)
    expect(await shown()).toMatchObject({ sort: 3 })
    expect(first?.base).toEqual(soup)
  })

  it('are sent again under the same id when the answer was lost, whatever the person did since', async () => {
    await online()
    loseAnswers(1)
    await edit(soup)
    await time.settle()
    await edit({ ...soup, sort: 5 })
    await time.advance(5_000)
    const [sent, again, later] = pushedEdits()
    expect(again).toEqual(sent)
    expect(later).toMatchObject({ base: soup, mine: { sort: 5 } })
    expect(later?.id).not.toBe(sent?.id)
    expect(await shown()).toMatchObject({ sort: 5 })
    expect(status().pendingEdits).toBe(0)
  })

  it('keep their id over a crash between sending and answering', async () => {
    await online()
    link.script.push = async () => err('link.offline')
    await edit(soup)
    await time.settle()
    link.script = {}
    await scene.crash()
    await time.advance(5_000)
    const ids = new Set(pushedEdits().map(({ id }) => id))
    expect(ids.size).toBe(1)
    expect(await pending()).toBeNull()
    expect(await shown()).toEqual(soup)
  })

  it('go on while one is in flight: the rest becomes an edit of what the server made of it', async () => {
    await online()
    const merged = { ...soup, note: 'from somebody else' }
    const answer = holdAnswer((request) => ({
      ...acceptAll(link, request),
      edits: (request.edits as readonly Edit[]).map(({ id }) => ({
        outcome: 'merged' as const,
        edit: id,
        document: merged,
      })),
    }))
    await edit(soup)
    await time.settle()
    await edit({ ...soup, sort: 9 })
    link.pushes.length = 0
    await answer()
    expect(pushedEdits()).toMatchObject([{ base: merged, mine: { ...merged, sort: 9 } }])
    expect(await shown()).toEqual({ ...merged, sort: 9 })
  })

  it('stay on top of what is pulled, and keep the base that the person saw', async () => {
    await online()
    await edit(soup)
    await time.settle()
    link.script.push = async () => err('link.unavailable')
    await edit({ ...soup, sort: 7 })
    serve({ ...soup, sort: 4, note: 'theirs' })
    await time.settle()
    expect(await shown()).toEqual({ ...soup, sort: 7, note: 'theirs' })
    expect(await pending()).toMatchObject({ base: soup, mine: { sort: 7 } })
  })

  it('give way to the server once it has decided', async () => {
    await online()
    link.script.push = async (request) =>
      ok({
        ...acceptAll(link, request),
        edits: (request.edits as readonly Edit[]).map(({ id }) => ({
          outcome: 'merged',
          edit: id,
          document: { ...soup, sort: 4 },
        })),
      })
    await edit({ ...soup, sort: 7 })
    await time.settle()
    expect(await shown()).toEqual({ ...soup, sort: 4 })
  })

  it('restore the document when they are refused, and keep what the person wanted', async () => {
    await online()
    await edit(soup)
    await time.settle()
    link.script.push = async (request) =>
      ok({
        ...acceptAll(link, request),
        edits: (request.edits as readonly Edit[]).map(({ id }) => ({
          outcome: 'refused',
          edit: id,
          code: 'right.missing',
          document: soup,
        })),
      })
    await edit({ ...soup, sort: 8 })
    await time.settle()
    expect(await shown()).toEqual(soup)
    const [refused] = status().refusedEdits
    expect(refused).toMatchObject({ collection: 'menu', document: soup.id, code: 'right.missing', mine: { sort: 8 } })
    await scene.restart()
    expect(status().refusedEdits).toHaveLength(1)
    if (refused) await scene.engine.dismissRefused(refused.edit)
    expect(status().refusedEdits).toEqual([])
    await scene.restart()
    expect(status().refusedEdits).toEqual([])
  })

  it('mark a new document as deleted when it is refused; nothing is removed by being absent', async () => {
    await online()
    link.script.push = async (request) =>
      ok({
        ...acceptAll(link, request),
        edits: [{ outcome: 'deadLetter', index: 0, code: 'edit.malformed', letter: scene.ids.next('deadLetter') }],
      })
    await edit(soup)
    await time.settle()
    expect(await shown()).toEqual({ ...soup, deleted: true })
    expect(await pending()).toBeNull()
    expect(status().refusedEdits).toHaveLength(1)
  })

  it('survive a server that is away, however long', async () => {
    await online()
    link.script.push = async () => err('link.unavailable')
    await edit(soup)
    await time.advance(600_000)
    expect(status().pendingEdits).toBe(1)
    link.script = {}
    await time.advance(31_000)
    expect(status().pendingEdits).toBe(0)
  })

  it('do not hold each other up when the server refuses to look at one (E6)', async () => {
    await online()
    link.online = false
    const others = Array.from({ length: 9 }, (_, sort): Soup => ({ ...soup, id: scene.ids.next('category'), sort }))
    await edit(soup)
    for (const other of others) await edit(other)
    link.script.push = async (request) =>
      (request.edits as readonly Edit[]).some(({ document }) => document === soup.id)
        ? err('link.rejected')
        : ok(acceptAll(link, request))
    link.online = true
    await time.advance(60_000)
    expect(status().pendingEdits).toBe(1)
    link.script = {}
    await time.advance(60_000)
    expect(status().pendingEdits).toBe(0)
  })

  it('are not kept when the store does not take them', async () => {
    let broken = false
    await online({
      beforeStore: (call) => (broken && call === 'writeEdited' ? Promise.reject(new Error('full')) : Promise.resolve()),
    })
    broken = true
    await expect(edit(soup)).rejects.toMatchObject({ code: 'edit.notSaved' })
    broken = false
    expect(await shown()).toBeUndefined()
    await edit(soup)
    await time.settle()
    expect(status().pendingEdits).toBe(0)
  })

  it('of one document come in order however fast they are made', async () => {
    await online()
    await Promise.all(Array.from({ length: 20 }, (_, sort) => edit({ ...soup, sort })))
    await time.advance(5_000)
    expect(await shown()).toMatchObject({ sort: 19 })
    expect(status().pendingEdits).toBe(0)
  })
})

describe('pulls of edited documents (E7)', () => {
  it('never overlap a push in flight of the same collection', async () => {
    await online()
    const answer = holdAnswer()
    await edit(soup)
    await time.settle()
    link.pulls.length = 0
    link.say({ type: 'changed', collections: ['menu', 'floor'] })
    await time.settle()
    expect(link.pulls.map(({ collection }) => collection)).toEqual(['floor'])
    await answer()
    expect(link.pulls.map(({ collection }) => collection)).toEqual(['floor', 'menu'])
  })

  it('do not wait through the pauses of a push that fails', async () => {
    await online()
    link.script.push = async () => err('link.unavailable')
    await edit(soup)
    await time.advance(60_000)
    link.pulls.length = 0
    link.say({ type: 'changed', collections: ['menu'] })
    await time.settle()
    expect(link.pulls.map(({ collection }) => collection)).toEqual(['menu'])
  })

  it('of the inbox are written as they come', async () => {
    await online()
    const conflict = { id: scene.ids.next('conflict'), kind: 'conflict', v: 1 }
    link.script.pull = async ({ collection }) =>
      ok({ ...nothingNew(link), documents: collection === 'inbox' ? [conflict] : [] })
    link.say({ type: 'changed', collections: ['inbox'] })
    await time.settle()
    expect(await scene.store.readDocuments('inbox', [conflict.id])).toEqual([conflict])
  })
})
