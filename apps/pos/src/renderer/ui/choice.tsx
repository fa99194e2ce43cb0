import { useId, type ReactNode } from 'react'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'

export interface ChoiceOption<T> {
  readonly value: T
  readonly label: ReactNode
  readonly disabled?: boolean
}

export interface ChoiceProps<T> {
  readonly label: ReactNode
  readonly value: T
  readonly options: readonly ChoiceOption<T>[]
  readonly onChoose: (value: T) => void
  readonly testId?: string
}

/** One of a few, all in sight: the arrows go through them, Tab leaves them. */
export function Choice<T extends string | number | null>({ label, value, options, onChoose, testId }: ChoiceProps<T>) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <span id={id} className="text-sm text-ink-2">
        {label}
      </span>
      <RadioGroup
        aria-labelledby={id}
        data-testid={testId}
        value={value}
        onValueChange={(chosen) => onChoose(chosen)}
        className="flex flex-wrap gap-2"
      >
        {options.map((option) => (
          <Radio.Root
            key={String(option.value)}
            value={option.value}
            disabled={option.disabled ?? false}
            nativeButton
            render={<button type="button" />}
            data-value={String(option.value)}
            className="press inline-flex min-h-(--touch-step) min-w-(--touch-step) items-center justify-center gap-2 rounded-md border border-line-strong bg-raised px-4 font-bold data-checked:border-ink data-checked:bg-ink data-checked:text-surface data-disabled:border-idle-edge data-disabled:bg-idle-soft data-disabled:text-on-idle-soft"
          >
            {option.label}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  )
}
