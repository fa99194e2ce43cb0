import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'

interface ListKeyProps {
  readonly testId: string
  readonly isShown: boolean
  readonly isEmpty: boolean
  readonly onShow: () => void
  readonly children: ReactNode
}

/** A list across the categories. */
export function ListKey({ testId, isShown, isEmpty, onShow, children }: ListKeyProps) {
  return (
    <button
      type="button"
      data-testid={testId}
      aria-pressed={isShown}
      disabled={isEmpty}
      onClick={onShow}
      className={classNames(
        'press inline-flex min-h-(--touch-line) shrink-0 items-center justify-center gap-1 rounded-md px-2 disabled:text-ink-3 tablet:wrap-anywhere',
        isShown ? 'bg-ink font-bold text-surface' : 'text-ink-2',
      )}
    >
      {children}
    </button>
  )
}
