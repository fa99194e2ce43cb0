import type { HTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'

const TONES = {
  brand: 'border-dashed border-brand-edge bg-brand-soft text-on-brand-soft',
  text: 'border-transparent text-sent',
  outline: 'border-sent-edge text-on-sent-soft',
  sent: 'border-sent-edge bg-sent-soft text-on-sent-soft',
  ready: 'border-ready bg-ready text-on-ready',
  wait: 'border-wait bg-wait text-on-wait',
  rest: 'border-transparent text-ink-2',
  idle: 'border-idle-edge bg-idle-soft text-on-idle-soft',
  late: 'border-late-edge bg-late-soft text-on-late-soft',
  plain: 'border-transparent text-late',
} as const
export type ChipTone = keyof typeof TONES
export const CHIP_TONES = Object.keys(TONES) as readonly ChipTone[]

export interface ChipProps extends HTMLAttributes<HTMLSpanElement> {
  readonly tone: ChipTone
  readonly icon?: ReactNode
}

/** A word with its icon; never a target of its own. */
export function Chip({ tone, icon, className, children, ...rest }: ChipProps) {
  return (
    <span
      {...rest}
      className={classNames(
        'inline-flex items-center gap-1 rounded-sm border px-2 py-1 text-sm whitespace-nowrap',
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  )
}
