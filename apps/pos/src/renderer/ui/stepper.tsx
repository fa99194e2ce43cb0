import { Minus, Plus } from 'lucide-react'

export interface StepperProps {
  readonly value: number
  readonly lessLabel: string
  readonly moreLabel: string
  readonly onLess: () => void
  readonly onMore: () => void
}

export function Stepper({ value, lessLabel, moreLabel, onLess, onMore }: StepperProps) {
  const key = 'press flex size-(--touch-step) items-center justify-center'
  return (
    <span className="inline-flex items-center rounded-md border border-line-strong bg-raised">
      <button type="button" aria-label={lessLabel} onClick={onLess} className={key}>
        <Minus aria-hidden size={20} />
      </button>
      <span className="min-w-8 text-center text-lg font-bold">{value}</span>
      <button type="button" aria-label={moreLabel} onClick={onMore} className={key}>
        <Plus aria-hidden size={20} />
      </button>
    </span>
  )
}
