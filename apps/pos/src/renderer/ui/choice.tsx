import { useId, type ReactNode } from 'react'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { classNames } from './class-names.ts'
import { PRESSED_LOOK } from './pressed-look.ts'

export interface ChoiceOption<T> {
  readonly value: T
  readonly label: ReactNode
  /** Second line, small. A disabled option says why in it. */
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

export interface ChoiceProps<T> {
  readonly label: ReactNode
  /** The label is for those who do not see what stands around it. */
  readonly unseenLabel?: boolean
  readonly value: T
  readonly options: readonly ChoiceOption<T>[]
  readonly onChoose: (value: T) => void
  readonly testId?: string
  /** Of each option. */
  readonly optionId?: string
  /** Beside each other and equally wide, instead of as wide as their words. */
  readonly columns?: 2 | 3
  readonly large?: boolean
}

const PLACES = {
  2: 'grid grid-cols-2 gap-2',
  3: 'grid grid-cols-2 gap-2 phone:grid-cols-3',
  none: 'flex flex-wrap gap-2',
}

/** One of a few, all in sight: the arrows go through them, Tab leaves them. */
export function Choice<T extends string | number | boolean | null>(props: ChoiceProps<T>) {
  const { label, unseenLabel = false, value, options, onChoose, testId, optionId, columns, large = false } = props
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span id={id} className={unseenLabel ? 'sr-only' : 'text-sm text-ink-2'}>
        {label}
      </span>
      <RadioGroup
        aria-labelledby={id}
        data-testid={testId}
        value={value}
        onValueChange={(chosen) => onChoose(chosen)}
        className={PLACES[columns ?? 'none']}
      >
        {options.map((option) => (
          <Radio.Root
            key={String(option.value)}
            value={option.value}
            disabled={option.disabled ?? false}
            nativeButton
            render={<button type="button" />}
            data-testid={optionId}
            data-value={String(option.value)}
            className={classNames(
              PRESSED_LOOK,
              large && 'min-h-(--touch-primary) text-lg',
              columns !== undefined && 'px-1!',
            )}
          >
            <span className="inline-flex max-w-full items-center gap-2">{option.label}</span>
            {option.hint === undefined ? null : <span className="text-xs font-normal">{option.hint}</span>}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  )
}
