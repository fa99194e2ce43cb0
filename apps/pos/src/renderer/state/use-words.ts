import { formatMoney, nameIn, type Money, type Names } from '@orderez/core/kernel'
import { languageShown } from './language-shown.ts'
import { usePerson } from './person-context.ts'
import { saidIn } from './said-in.ts'
import { useUi } from './ui-store.ts'

const LOCALE = { zh: 'zh-CN', en: 'en' } as const

interface Words {
  name(names: Names): string
  /** The second language, small, where people choose; '' where it says the same. */
  otherName(names: Names): string
  /** A note, whoever gave it: the branch's own phrases in the reader's language. */
  said(text: string): string
  money(amount: Money): string
  /** The branch's clock, 24 hours. */
  time(ms: number): string
}

/** Names, amounts and times as the person at the terminal reads them. */
export function useWords(): Words {
  const language = useUi(languageShown)
  const { branch } = usePerson()
  return {
    name: (names) => nameIn(names, language),
    otherName: (names) => {
      const other = nameIn(names, language === 'zh' ? 'en' : 'zh')
      return other === nameIn(names, language) ? '' : other
    },
    said: (text) => saidIn(text, branch, language),
    money: (amount) => formatMoney(amount, branch.currency, LOCALE[language]),
    time: (ms) =>
      new Intl.DateTimeFormat(LOCALE[language], {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: branch.timeZone,
      }).format(ms),
  }
}
