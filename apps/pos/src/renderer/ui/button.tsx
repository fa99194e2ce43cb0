import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Button as Base } from '@base-ui/react/button'
import { classNames } from './class-names.ts'

const DISABLED = 'data-disabled:border-idle-edge data-disabled:bg-idle-soft data-disabled:text-on-idle-soft'
const LOOKS = {
  /** The one action of the moment. */
  primary: `bg-brand text-on-brand border-brand active:bg-brand-press ${DISABLED}`,
  plain: `bg-raised text-ink border-line-strong ${DISABLED}`,
  /** Selected: ink on paper, reversed. */
  chosen: 'bg-ink text-surface border-ink',
  quiet: 'bg-transparent text-ink border-transparent data-disabled:text-ink-3',
  danger: `bg-late-soft text-on-late-soft border-late-edge ${DISABLED}`,
} as const

const SIZES = {
  normal: 'min-h-(--touch-step) min-w-(--touch-step) px-4 text-base',
  large: 'min-h-(--touch-primary) min-w-(--touch-primary) px-3 text-lg phone:px-5',
} as const

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: keyof typeof LOOKS
  readonly size?: keyof typeof SIZES
  /** Second line, small. A disabled button says why in it, and keeps its place in the order of Tab, so that everybody learns it. */
  readonly hint?: ReactNode
}

export function Button({ look = 'plain', size = 'normal', hint, className, children, ...rest }: ButtonProps) {
  return (
    <Base
      {...rest}
      focusableWhenDisabled={hint !== undefined}
      className={classNames(
        'press inline-flex flex-col items-center justify-center rounded-md border text-center font-bold',
        LOOKS[look],
        SIZES[size],
        className,
      )}
    >
      <span className="inline-flex max-w-full items-center gap-2 wrap-anywhere">{children}</span>
      {hint === undefined ? null : <span className="max-w-full text-xs font-normal wrap-anywhere">{hint}</span>}
    </Base>
  )
}
