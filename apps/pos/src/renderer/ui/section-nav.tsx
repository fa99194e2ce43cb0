import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names.ts'

export interface Section {
  readonly id: string
  readonly name: string
  readonly Icon?: LucideIcon
}

export interface SectionNavProps {
  readonly label: string
  readonly sections: readonly Section[]
  readonly shown: string
  readonly onShow: (id: string) => void
  readonly testId?: string
  readonly className?: string
}

/** The parts of a screen, one shown at a time. With icons their words stand below them; without, they read as a list. */
export function SectionNav({ label, sections, shown, onShow, testId, className }: SectionNavProps) {
  return (
    <nav aria-label={label} className={className}>
      {sections.map(({ id, name, Icon }) => (
        <button
          key={id}
          type="button"
          data-testid={testId}
          data-section={id}
          aria-current={id === shown ? 'page' : undefined}
          onClick={() => onShow(id)}
          className={classNames(
            'press shrink-0 rounded-md font-bold',
            Icon
              ? 'flex min-h-(--touch-line) flex-col items-center justify-center gap-1 px-3 text-center text-sm tablet:px-1 tablet:wrap-anywhere'
              : 'min-h-(--touch-step) px-4 text-left',
            id === shown ? 'bg-ink text-surface' : Icon ? 'text-ink-2' : RESTING,
          )}
        >
          {Icon ? <Icon aria-hidden size={22} /> : null}
          {name}
        </button>
      ))}
    </nav>
  )
}

/** Where they wrap like keys, each has a frame; in a column they need none. */
const RESTING = 'border border-line bg-surface text-ink tablet:border-transparent tablet:bg-transparent'
