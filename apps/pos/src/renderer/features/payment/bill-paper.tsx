import { useTranslation } from 'react-i18next'
import { orderNumberText, type OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson, useWords } from '../../state/index.ts'

/** What stands above a bill on paper: whose it is, for which table, of when. */
export function PaperHead({ state }: { readonly state: OrderState }) {
  const { t } = useTranslation()
  const { name, time } = useWords()
  const { branch } = usePerson()
  const { now, queries } = useTerminal()
  const floor = useLive(queries.floor)
  const table = state.table === null ? undefined : floor?.tables.get(state.table)
  return (
    <header className="hidden flex-col items-center print:flex">
      <b className="text-xl">{name(branch.names)}</b>
      <span>
        {[orderNumberText(state.opening?.number), table?.label ?? '', t('pay.guests', { count: state.guests })]
          .filter((text) => text !== '')
          .join(' · ')}
      </span>
      <span>
        {state.opening?.day} {time(now())}
      </span>
    </header>
  )
}

export function PaperFoot() {
  const { branch } = usePerson()
  return branch.receiptFooter ? (
    <p className="hidden text-center whitespace-pre-line print:block">{branch.receiptFooter}</p>
  ) : null
}
