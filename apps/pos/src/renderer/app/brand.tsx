import { CircleCheckBig } from 'lucide-react'
import { useTranslation } from 'react-i18next'

export function Brand() {
  const { t } = useTranslation()
  return (
    <span className="inline-flex items-center gap-2 text-lg font-bold">
      <CircleCheckBig aria-hidden size={28} className="text-brand" />
      <span>{t('app.name')}</span>
    </span>
  )
}
