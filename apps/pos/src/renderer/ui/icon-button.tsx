import type { ButtonHTMLAttributes } from 'react'
import { Button as Base } from '@base-ui/react/button'
import { classNames } from './class-names.ts'

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly label: string
  readonly testId?: string
}

/** A button whose picture says all; its label is for those who do not see it. */
export function IconButton({ label, testId, className, ...rest }: IconButtonProps) {
  return (
    <Base
      {...rest}
      aria-label={label}
      data-testid={testId}
      className={classNames(
        'press inline-flex size-(--touch-step) shrink-0 items-center justify-center rounded-md border border-line-strong bg-raised data-disabled:border-idle-edge data-disabled:bg-idle-soft data-disabled:text-ink-3',
        className,
      )}
    />
  )
}
