import { useTranslation } from 'react-i18next'
import { NumberField, type NumberFieldProps } from '../../ui/number-field.tsx'

export interface CountFieldProps extends Omit<NumberFieldProps, 'label' | 'lessLabel' | 'moreLabel'> {
  readonly label: string
}

/** A number with its name and its keys named after it. */
export function CountField({ label, ...rest }: CountFieldProps) {
  const { t } = useTranslation()
  return (
    <NumberField
      {...rest}
      label={label}
      lessLabel={t('edits.less', { what: label })}
      moreLabel={t('edits.more', { what: label })}
    />
  )
}
