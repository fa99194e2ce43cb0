import type { ReactNode } from 'react'
import { Toggle as Base } from '@base-ui/react/toggle'
import { classNames } from './class-names.ts'
import { PRESSED_LOOK } from './pressed-look.ts'

export interface ToggleProps {
  readonly on: boolean
  readonly onToggle: (on: boolean) => void
  readonly children: ReactNode
  /** Where its picture says all. */
  readonly label?: string
  readonly testId?: string
  readonly className?: string
}

/** A key that stays down until it is tapped again. */
export function Toggle({ on, onToggle, children, label, testId, className }: ToggleProps) {
  return (
    <Base
      pressed={on}
      onPressedChange={onToggle}
      aria-label={label}
      data-testid={testId}
      className={classNames(PRESSED_LOOK, className)}
    >
      <span className="inline-flex items-center gap-2">{children}</span>
    </Base>
  )
}
