/** Runs the task when what was rendered last is on the screen: a frame's own callbacks run before it is painted, and would hold it up. */
export function afterPaint(task: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  const close = () => port1.close()
  port1.onmessage = () => {
    close()
    task()
  }
  const frame = requestAnimationFrame(() => port2.postMessage(null))
  return () => {
    cancelAnimationFrame(frame)
    close()
  }
}
