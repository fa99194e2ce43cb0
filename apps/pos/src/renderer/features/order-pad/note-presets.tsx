import { cleanText } from '@orderez/core/kernel'
import { settingsOf } from '@orderez/core/branch'
import { usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { hasPhrase, togglePhrase } from './note-phrases.ts'

interface NotePresetsProps {
  readonly note: string
  readonly max: number
  readonly onNote: (note: string) => void
}

/** What guests often ask for, one tap each. */
export function NotePresets({ note, max, onNote }: NotePresetsProps) {
  const { branch } = usePerson()
  const { name } = useWords()
  const presets = settingsOf(branch).notePresets ?? []
  if (presets.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2">
      {presets.map((preset) => {
        const phrase = name(preset.names)
        const chosen = hasPhrase(note, phrase)
        return (
          <Button
            key={preset.id}
            data-testid={TEST_IDS.notePreset}
            look={chosen ? 'chosen' : 'plain'}
            aria-pressed={chosen}
            onClick={() => onNote(cleanText(togglePhrase(note, phrase), max))}
          >
            {phrase}
          </Button>
        )
      })}
    </div>
  )
}
