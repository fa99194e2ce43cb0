import { expect, it } from 'vitest'
import { afterPaint } from './after-paint.ts'

const nextFrame = () => new Promise<void>((done) => void requestAnimationFrame(() => done()))

it('runs when the frame is over, not among its callbacks, which hold up the paint', async () => {
  const heard: string[] = []
  const done = Promise.withResolvers<void>()
  afterPaint(() => {
    heard.push('after')
    done.resolve()
  })
  requestAnimationFrame(() => {
    heard.push('frame')
    queueMicrotask(() => heard.push('end of the frame'))
  })
  await done.promise
  expect(heard).toEqual(['frame', 'end of the frame', 'after'])
})

it('does not run when it was called off, before its frame or within it', async () => {
  let ran = 0
  const count = () => (ran += 1)
  afterPaint(count)()
  const callOff = afterPaint(count)
  requestAnimationFrame(() => callOff())
  await nextFrame()
  await nextFrame()
  expect(ran).toBe(0)
})
