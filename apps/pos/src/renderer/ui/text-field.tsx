import { useId, type InputHTMLAttributes, type ReactNode } from 'react'

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange'> {
  readonly label: ReactNode
  readonly onText: (text: string) => void
}

export function TextField({ label, onText, ...rest }: TextFieldProps) {
  const id = useId()
  return (
    <span className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm text-ink-2">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        onChange={(event) => onText(event.currentTarget.value)}
        className="min-h-(--touch-line) rounded-md border border-line-strong bg-raised px-4 text-lg"
      />
    </span>
  )
}
