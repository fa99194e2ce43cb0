import { parentPort, workerData } from 'node:worker_threads'
import type { RunOptions } from './run-options.ts'
import { simulateSeed } from './simulate-seed.ts'

/** One core's share of a run: asks for a seed, simulates it, answers, asks for the next. */
const options = workerData as RunOptions

parentPort?.on('message', (seed: number | null) => {
  if (seed === null) return parentPort?.close()
  void simulateSeed({ ...options, seed }).then((result) => parentPort?.postMessage(result))
})
parentPort?.postMessage(null)
