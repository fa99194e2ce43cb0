import { TriangleAlert } from 'lucide-react'
import type { HTMLAttributes } from 'react'
import { classNames } from './class-names.ts'

const TONES = {
  wait: 'bg-wait-soft text-on-wait-soft border-wait-edge',
  late: 'bg-late-soft text-on-late-soft border-late-edge',
  sent: 'bg-sent-soft text-on-sent-soft border-sent-edge',
} as const

export interface NoticeProps extends HTMLAttributes<HTMLDivElement> {
  readonly tone: keyof typeof TONES
  /** For screens that are read from afar. */
  readonly large?: boolean
}

/** A strip that says what is at risk and what to do; it covers nothing. */
export function Notice({ tone, large = false, className, children, ...rest }: NoticeProps) {
  return (
    <div
      {...rest}
      role="status"
      className={classNames(
        'flex items-center gap-3 rounded-md border px-4 py-2',
        large ? 'text-kds-opt' : 'text-sm',
        TONES[tone],
        className,
      )}
    >
      <TriangleAlert aria-hidden size={20} className="shrink-0" />
      <div className="flex-1">{children}</div>
    </div>
  )
}
