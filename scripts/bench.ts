import { readCommandLine } from './command-line.ts'
import type { Bench, Measurement } from './measurement.ts'

interface BenchEntry {
  readonly does: string
  readonly module: string
}

/** A bench runs the product and its peers in one run, in interleaved rounds, and reports medians. */
const benches: Readonly<Record<string, BenchEntry>> = {
  ingest: {
    does: 'orders a second that the server decides, merges and keeps, beside bare _bulk_docs of the same documents',
    module: '../apps/sync-server/bench/ingest.ts',
  },
  'order-path': {
    does: 'tap to screen, Send to saved and to the kitchen screen, starts, search: in real Chromium, beside RxDB and PouchDB',
    module: '../apps/pos/bench/order-path.ts',
  },
  lighthouse: {
    does: 'what Lighthouse says of the served build on a tablet and on a slow phone, new and joined',
    module: '../apps/pos/bench/lighthouse.ts',
  },
}

const { given, rest } = readCommandLine({
  usage: `npm run bench -- ${Object.keys(benches).join(' | ')} [--json]`,
  does: ['Measures on this machine:', ...Object.entries(benches).map(([name, { does }]) => `  ${name}: ${does}`)].join(
    '\n',
  ),
  options: { json: { type: 'boolean', means: 'One object a line, for machines.' } },
})

const unknown = rest.filter((name) => !(name in benches))
if (rest.length === 0 || unknown.length > 0) {
  console.error(`bench knows ${Object.keys(benches).join(', ')}; see --help`)
  process.exit(2)
}

const columns: (keyof Measurement)[] = ['bench', 'measure', 'subject', 'value', 'unit']
const measurements: Measurement[] = []
function report(measurement: Measurement): void {
  measurements.push(measurement)
  if (given.json) console.log(JSON.stringify(measurement, columns))
}

for (const name of rest) {
  const bench: Bench = await import(new URL(benches[name]?.module ?? '', import.meta.url).href)
  await bench.run(report)
}
if (!given.json) console.table(measurements, columns)
