import type { ChangeEvent, InputHTMLAttributes } from 'react'
import { Field } from '@base-ui/react/field'
import { cleanText } from '@orderez/core/kernel'
import { FIELD_LOOK, FieldFrame, type FieldNotes } from './field-frame.tsx'

export interface TextFieldProps
  extends FieldNotes, Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange' | 'maxLength' | 'className'> {
  /** In graphemes, as `safeText` counts: `maxLength` of HTML would cut an emoji in two. */
  readonly max: number
  readonly onText: (text: string) => void
  /** Wrong, where the reason stands elsewhere. */
  readonly invalid?: boolean
}

/** What it gives is always acceptable to `safeText(max)`, pasted text too. */
export function TextField({ label, hint, error, max, onText, invalid, disabled, ...rest }: TextFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} invalid={invalid} disabled={disabled}>
      <Field.Control
        {...rest}
        onChange={(event) => onText(textTyped(event, max))}
        onCompositionEnd={(event) => onText(cleanText(event.currentTarget.value, max))}
        className={FIELD_LOOK}
      />
    </FieldFrame>
  )
}

/** Changing the text under an input method (pinyin) would end it; what it makes is cleaned when it is done. */
function textTyped({ currentTarget, nativeEvent }: ChangeEvent<HTMLInputElement>, max: number): string {
  const composing = nativeEvent instanceof InputEvent && nativeEvent.isComposing
  return composing ? currentTarget.value : cleanText(currentTarget.value, max)
}
