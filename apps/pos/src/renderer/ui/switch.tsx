import { useId, type ReactNode } from 'react'
import { Switch as Parts } from '@base-ui/react/switch'

export interface SwitchProps {
  readonly label: ReactNode
  readonly on: boolean
  readonly onSwitch: (on: boolean) => void
  readonly disabled?: boolean
  readonly testId?: string
}

/** On or off, at once. The whole row is the target; a word beside the knob is not needed, its place tells. */
export function Switch({ label, on, onSwitch, disabled = false, testId }: SwitchProps) {
  const id = useId()
  return (
    <label className="flex min-h-(--touch-line) cursor-pointer items-center justify-between gap-4 has-data-disabled:cursor-not-allowed has-data-disabled:text-ink-3">
      <span id={id}>{label}</span>
      <Parts.Root
        checked={on}
        onCheckedChange={onSwitch}
        disabled={disabled}
        aria-labelledby={id}
        data-testid={testId}
        className="switch-track"
      >
        <Parts.Thumb className="switch-knob" />
      </Parts.Root>
    </label>
  )
}
