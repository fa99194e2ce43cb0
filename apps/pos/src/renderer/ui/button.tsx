import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'

const LOOKS = {
  /** The one action of the moment. */
  primary:
    'bg-brand text-on-brand border-brand active:bg-brand-press disabled:bg-idle-soft disabled:text-on-idle-soft disabled:border-idle-edge',
  plain:
    'bg-raised text-ink border-line-strong disabled:bg-idle-soft disabled:text-on-idle-soft disabled:border-idle-edge',
  /** Selected: ink on paper, reversed. */
  chosen: 'bg-ink text-surface border-ink',
  quiet: 'bg-transparent text-ink border-transparent disabled:text-ink-3',
  danger:
    'bg-late-soft text-on-late-soft border-late-edge disabled:bg-idle-soft disabled:text-on-idle-soft disabled:border-idle-edge',
} as const

const SIZES = {
  normal: 'min-h-(--touch-step) min-w-(--touch-step) px-4 text-base',
  large: 'min-h-(--touch-primary) min-w-(--touch-primary) px-5 text-lg',
} as const

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: keyof typeof LOOKS
  readonly size?: keyof typeof SIZES
  /** Second line, small. A disabled button says why in it. */
  readonly hint?: ReactNode
}

export function Button({ look = 'plain', size = 'normal', hint, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(
        'press inline-flex flex-col items-center justify-center rounded-md border text-center font-bold',
        LOOKS[look],
        SIZES[size],
        className,
      )}
    >
      <span className="inline-flex max-w-full items-center gap-2 wrap-anywhere">{children}</span>
      {hint === undefined ? null : <span className="max-w-full text-xs font-normal wrap-anywhere">{hint}</span>}
    </button>
  )
}
