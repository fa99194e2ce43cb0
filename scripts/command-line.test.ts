import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { readCommandLine } from './command-line.ts'
import { repositoryRoot } from './run-program.ts'

const run = promisify(execFile)
const text = {
  usage: 'npm run thing [-- NAME]',
  does: 'Does a thing.',
  options: { seeds: { type: 'string', means: 'How many.' }, json: { type: 'boolean', means: 'For machines.' } },
} as const

test('options and names are read', () => {
  const { given, rest } = readCommandLine(text, ['--seeds', '5', '--json', 'ingest'])
  expect(given).toEqual({ seeds: '5', json: true })
  expect(rest).toEqual(['ingest'])
})

const commands = ['check', 'test', 'soak', 'bench', 'desktop', 'package']

test.each(commands)('%s explains itself', async (name) => {
  const { stdout } = await run(process.execPath, [`scripts/${name}.ts`, '--help'], { cwd: repositoryRoot })
  expect(stdout).toMatch(/^Usage: npm (run )?\w+/)
})

test.each(commands)('%s refuses an option that it does not know', async (name) => {
  const refused = run(process.execPath, [`scripts/${name}.ts`, '--nonsense'], { cwd: repositoryRoot })
  await expect(refused).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("'--nonsense'") })
})
