import type { EngineBase } from './engine-base.ts'
import { checkContinuity, readOwnFacts } from './opening.ts'
import { Recorder } from './recorder.ts'
import { createServerSide, type ServerSide } from './server-side.ts'

/** The engine from one start to the next stop. */
export interface EngineRun extends Pick<ServerSide, 'fetcher' | 'edits'> {
  readonly base: EngineBase
  readonly recorder: Recorder
  /** Resolves when the log has been opened, or could not be for now (the status says so, and it is tried again). */
  open(): Promise<void>
  nudge(): void
  stop(): Promise<void>
}

export function createEngineRun(base: EngineBase): EngineRun {
  const { life, workers, sign } = base
  const server = createServerSide(base)
  const ready = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<void>()

  const recorder = new Recorder({
    ...base,
    projection: server.projection,
    ready: ready.promise,
    recorded() {
      base.showOwn()
      workers.wake('facts')
    },
    waken: () => workers.wake('records'),
    logWorked: () => sign.unblock('log'),
    logFailed: (error) =>
      sign.block('log', { by: 'log', reason: error instanceof Error ? error.message : String(error) }),
  })
  const opening = createOpeningSteps(base, server, recorder)
  workers.employ('records', () => recorder.step())
  let isOpen = false
  workers.employ('opening', async () => {
    if (isOpen) return 'idle'
    try {
      await life.local(opening.settleIdentity)
      ready.resolve()
      await life.local(opening.recall)
      isOpen = true
      workers.wake('connection')
      return 'idle'
    } finally {
      // A store that fails keeps nobody from recording.
      ready.resolve()
      opened.resolve()
    }
  })

  return {
    base,
    recorder,
    fetcher: server.fetcher,
    edits: server.edits,
    open() {
      workers.wake('opening')
      return opened.promise
    },
    nudge() {
      base.time.wake()
      if (!isOpen) return workers.wake('opening')
      recorder.catchUp()
      workers.wake('facts')
      for (const collection of server.edits.keys()) workers.wake(collection)
      if (!server.connection.check()) workers.wake('connection')
    },
    async stop() {
      const over = life.end()
      workers.stop()
      server.connection.close()
      ready.resolve()
      opened.resolve()
      await over
      recorder.release()
    },
  }
}

interface OpeningSteps {
  /** Whether the log's numbers may be continued; done once, however often the rest is tried. */
  settleIdentity(): Promise<void>
  /** What this terminal knew when it stopped. */
  recall(): Promise<void>
}

function createOpeningSteps(base: EngineBase, server: ServerSide, recorder: Recorder): OpeningSteps {
  const { board, state, log, time } = base
  let settled = false
  return {
    async settleIdentity() {
      if (settled) return
      board.update({ breaks: [...log.breaks] })
      const found = await checkContinuity(base)
      settled = true
      if (found) base.broke(found)
      recorder.restore(await state.applied())
      base.workers.wake('records')
    },
    async recall() {
      time.restore(await state.clockOffset())
      const epoch = await state.epoch()
      server.session.restore(epoch?.epoch ?? null)
      base.owed.resend = epoch?.resend ?? false
      const [deadLetters, refusedEdits] = [await state.deadLetters(), await state.refusedEdits()]
      if (!base.owed.resend) base.own.decide(deadLetters.map(({ fact }) => fact))
      board.update({ deadLetters, refusedEdits })
      await readOwnFacts(base)
      base.showOwn()
      await base.showEdits()
    },
  }
}
