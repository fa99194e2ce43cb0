/** Runs tasks one after the other, each whatever became of the one before. */
export interface SerialQueue {
  run<T>(task: () => Promise<T>): Promise<T>
}

export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(task) {
      const done = last.then(task, task)
      last = done
      return done
    },
  }
}
