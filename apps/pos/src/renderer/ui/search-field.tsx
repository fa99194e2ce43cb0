import type { InputHTMLAttributes, Ref } from 'react'
import { Search } from 'lucide-react'

interface SearchFieldProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'value' | 'onChange' | 'className' | 'aria-label' | 'placeholder'
> {
  readonly label: string
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly ref?: Ref<HTMLInputElement>
}

/** What is typed is searched for at every key; `/` and digits lead here from anywhere on the screen. */
export function SearchField({ label, query, onQuery, ref, ...rest }: SearchFieldProps) {
  return (
    <label className="flex min-h-(--touch-step) min-w-0 flex-1 items-center gap-2 rounded-md border border-line-strong bg-raised px-4 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      <Search aria-hidden size={20} />
      <input
        {...rest}
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={label}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
        className="min-h-(--touch-min) min-w-0 flex-1 bg-transparent outline-none"
      />
    </label>
  )
}
