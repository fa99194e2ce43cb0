import { useId, type ReactNode } from 'react'
import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup as Parts } from '@base-ui/react/toggle-group'
import { PRESSED_LOOK } from './pressed-look.ts'

export interface ToggleGroupProps<T extends string> {
  readonly label: ReactNode
  readonly options: readonly { readonly value: T; readonly label: ReactNode }[]
  readonly chosen: readonly T[]
  readonly onChoose: (chosen: readonly T[]) => void
  /** Of each option. */
  readonly testId?: string
}

/** Any of a few, all in sight: the arrows go through them, Tab leaves them. */
export function ToggleGroup<T extends string>({ label, options, chosen, onChoose, testId }: ToggleGroupProps<T>) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <span id={id} className="text-sm text-ink-2">
        {label}
      </span>
      <Parts
        multiple
        aria-labelledby={id}
        value={chosen}
        onValueChange={(next) => onChoose(next)}
        className="flex flex-wrap gap-2"
      >
        {options.map((option) => (
          <Toggle
            key={option.value}
            value={option.value}
            data-testid={testId}
            data-value={option.value}
            className={PRESSED_LOOK}
          >
            {option.label}
          </Toggle>
        ))}
      </Parts>
    </div>
  )
}
