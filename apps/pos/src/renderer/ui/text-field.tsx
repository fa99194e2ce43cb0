import { useId, type ChangeEvent, type InputHTMLAttributes, type ReactNode } from 'react'
import { cleanText } from '@orderez/core/kernel'

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange' | 'maxLength'> {
  readonly label: ReactNode
  /** In graphemes, as `safeText` counts: `maxLength` of HTML would cut an emoji in two. */
  readonly max: number
  readonly onText: (text: string) => void
}

/** What it gives is always acceptable to `safeText(max)`, pasted text too. */
export function TextField({ label, max, onText, ...rest }: TextFieldProps) {
  const id = useId()
  return (
    <span className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm text-ink-2">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        onChange={(event) => onText(textTyped(event, max))}
        onCompositionEnd={(event) => onText(cleanText(event.currentTarget.value, max))}
        className="min-h-(--touch-line) rounded-md border border-line-strong bg-raised px-4 text-lg"
      />
    </span>
  )
}

/** Changing the text under an input method (pinyin) would end it; what it makes is cleaned when it is done. */
function textTyped({ currentTarget, nativeEvent }: ChangeEvent<HTMLInputElement>, max: number): string {
  const composing = nativeEvent instanceof InputEvent && nativeEvent.isComposing
  return composing ? currentTarget.value : cleanText(currentTarget.value, max)
}
