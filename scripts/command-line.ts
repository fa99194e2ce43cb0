import { parseArgs } from 'node:util'

interface OptionText {
  readonly type: 'string' | 'boolean'
  readonly means: string
}

interface CommandText<Options extends Record<string, OptionText>> {
  readonly usage: string
  readonly does: string
  readonly options: Options
}

type Given<Options extends Record<string, OptionText>> = {
  readonly [Name in keyof Options]?: Options[Name]['type'] extends 'string' ? string : boolean
}

export interface CommandLine<Options extends Record<string, OptionText>> {
  readonly given: Given<Options>
  readonly rest: readonly string[]
}

function helpOf({ usage, does, options }: CommandText<Record<string, OptionText>>): string {
  const all: Record<string, OptionText> = { ...options, help: { type: 'boolean', means: 'Say this.' } }
  const rows = Object.entries(all).map(
    ([name, { type, means }]) => `  --${name}${type === 'string' ? ' VALUE' : ''}`.padEnd(24) + means,
  )
  return [`Usage: ${usage}`, '', does, '', ...rows].join('\n')
}

/** Reads the arguments of a command; `--help` prints its text and ends the process, an unknown option ends it with 2. */
export function readCommandLine<const Options extends Record<string, OptionText>>(
  text: CommandText<Options>,
  args: readonly string[] = process.argv.slice(2),
): CommandLine<Options> {
  if (args.includes('--help')) {
    console.log(helpOf(text))
    process.exit(0)
  }
  try {
    const options = Object.fromEntries(Object.entries(text.options).map(([name, { type }]) => [name, { type }]))
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { given: values as Given<Options>, rest: positionals }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${helpOf(text)}`)
    process.exit(2)
  }
}
