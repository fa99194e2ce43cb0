import { useTranslation } from 'react-i18next'
import { JoinForm } from './join-form.tsx'
import type { JoinAddress } from './join-address.ts'
import type { FirstRunProps } from './first-run.tsx'
import { FirstRunPage } from './first-run-page.tsx'

/** The one door where a restaurant is. */
export function JoinScreen({ link, ...rest }: FirstRunProps & { readonly link: JoinAddress }) {
  const { t } = useTranslation()
  return (
    <FirstRunPage>
      <div className="mx-auto flex max-w-xl flex-col gap-4">
        <h1 className="text-2xl font-bold">{t('enrol.title')}</h1>
        <p className="text-ink-2">{t('enrol.how')}</p>
        <JoinForm {...rest} link={link} />
      </div>
    </FirstRunPage>
  )
}
