import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'

interface DemoCardProps {
  readonly title: string
  readonly tone?: 'plain' | 'late' | 'ready'
  readonly children: ReactNode
}

const TONES = { plain: 'border-line', late: 'border-late-edge', ready: 'border-ready' } as const

export function DemoCard({ title, tone = 'plain', children }: DemoCardProps) {
  return (
    <section className={classNames('flex min-w-0 flex-col gap-3 rounded-lg border bg-surface p-4', TONES[tone])}>
      <h2 className="text-lg font-bold">{title}</h2>
      {children}
    </section>
  )
}

interface DemoFigureProps {
  readonly name: string
  readonly value: string
  readonly testId?: string
}

export function DemoFigure({ name, value, testId }: DemoFigureProps) {
  return (
    <div className="flex flex-col">
      <dt className="text-xs text-ink-2">{name}</dt>
      <dd data-testid={testId} data-value={value} className="text-xl font-bold tabular-nums">
        {value}
      </dd>
    </div>
  )
}
