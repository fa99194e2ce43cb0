import { resolve } from 'node:path'
import { restoreBackup, runForPerson } from '../apps/sync-server/src/backup/index.ts'
import { readConfig } from '../apps/sync-server/src/config.ts'
import { readCommandLine } from './command-line.ts'

const { given, rest } = readCommandLine({
  usage: 'npm run restore -- BACKUP [--data DIR] [--replace]',
  does: [
    'Puts a backup (a folder that npm run backup made) into a data directory that is empty or not there. Refuses while a server runs on it,',
    'and a backup that was cut short or altered; nothing is changed then. Afterwards npm start opens the restaurant, every device reads anew',
    'and sends again what was made after the backup. With COUCHDB_URL the documents go into that CouchDB, which must hold none of them.',
  ].join('\n'),
  options: {
    data: { type: 'string', means: 'The data directory of the server; data unless told (ORDEREZ_DATA).' },
    replace: { type: 'boolean', means: 'What lies in the data directory is moved aside, never deleted.' },
  },
})

const [from] = rest
if (from === undefined || rest.length > 1) {
  console.error('restore takes one backup; see --help')
  process.exit(2)
}

await runForPerson(async () => {
  const { dataDir, couchdbUrl } = readConfig(process.env, given.data === undefined ? [] : ['--data', given.data])
  const { content, movedTo } = await restoreBackup({
    from: resolve(from),
    dataDir,
    replace: given.replace ?? false,
    couchdbUrl,
    now: () => Date.now(),
  })
  console.log(`Restored 已恢复: ${dataDir}, as of ${new Date(content.madeAt).toISOString()}`)
  if (movedTo !== null) console.log(`  what was there is in ${movedTo}`)
  console.log('  Start the server; devices send again what they made since.')
})
