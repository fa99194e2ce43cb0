import { cleanText } from '@orderez/core/kernel'
import { settingsOf } from '@orderez/core/branch'
import { usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Toggle } from '../../ui/toggle.tsx'
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
          <Toggle
            key={preset.id}
            testId={TEST_IDS.notePreset}
            on={chosen}
            onToggle={() => onNote(cleanText(togglePhrase(note, phrase), max))}
          >
            {phrase}
          </Toggle>
        )
      })}
    </div>
  )
}
