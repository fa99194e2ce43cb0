import { setPriority } from 'node:os'
import { resolve } from 'node:path'
import { makeBackup, runForPerson } from '../apps/sync-server/src/backup/index.ts'
import { readConfig } from '../apps/sync-server/src/config.ts'
import { readCommandLine } from './command-line.ts'

const { given, rest } = readCommandLine({
  usage: 'npm run backup [-- --to DIR] [--keep N] [--data DIR]',
  does: [
    'Copies the restaurant (orders, menu, people, pictures, inbox, ledgers, the site’s keys) while the server serves it, or while none runs.',
    'Each backup is a folder of its own with a checksum for every file; a backup that fails or is cut off leaves the former ones as they were.',
    'It holds the keys of the site and the PINs’ verifiers: keep it where only you can read it, and not only on this machine.',
    'A server on a real CouchDB is copied from there: COUCHDB_URL as for npm start.',
  ].join('\n'),
  options: {
    to: { type: 'string', means: 'Where backups are kept; DATA-backups beside the data directory unless told.' },
    keep: { type: 'string', means: 'So many of this restaurant’s backups stay there, the oldest go; 14 unless told.' },
    data: { type: 'string', means: 'The data directory of the server; data unless told (ORDEREZ_DATA).' },
  },
})

const keep = Number(given.keep ?? '14')
if (rest.length > 0 || !Number.isSafeInteger(keep) || keep < 1) {
  console.error('backup takes a whole number of backups to keep, at least 1; see --help')
  process.exit(2)
}

await runForPerson(async () => {
  const { dataDir, couchdbUrl } = readConfig(process.env, given.data === undefined ? [] : ['--data', given.data])
  // Orders come first.
  setPriority(10)
  const to = given.to === undefined ? `${dataDir}-backups` : resolve(given.to)
  const { path, content, removed } = await makeBackup({ dataDir, to, keep, couchdbUrl, now: () => Date.now() })
  const bytes = content.parts.reduce((sum, part) => sum + part.bytes, 0)
  const orders = content.parts.find(({ database }) => database === 'orders')?.leaves ?? 0
  console.log(`Backup 备份: ${path}`)
  console.log(`  ${orders} orders, ${content.parts.length} databases, ${(bytes / 1_000_000).toFixed(1)} MB`)
  for (const name of removed) console.log(`  removed the old ${name}`)
})
