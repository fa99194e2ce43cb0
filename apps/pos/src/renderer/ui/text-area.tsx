import { Field } from '@base-ui/react/field'
import { classNames } from './class-names.ts'
import { FIELD_LOOK, FieldFrame, type FieldNotes } from './field-frame.tsx'

export interface TextAreaProps extends FieldNotes {
  readonly rows: number
  readonly value: string
  readonly onText: (text: string) => void
  readonly placeholder?: string
  readonly testId?: string
}

/** Text of several lines, as it is typed or pasted. */
export function TextArea({ label, hint, error, rows, value, onText, placeholder, testId }: TextAreaProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <Field.Control
        render={<textarea rows={rows} />}
        value={value}
        placeholder={placeholder}
        data-testid={testId}
        onValueChange={onText}
        className={classNames(FIELD_LOOK, 'py-4 text-base')}
      />
    </FieldFrame>
  )
}
