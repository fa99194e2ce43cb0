import type { Language } from '@orderez/core/kernel'
import { HTML_LANGUAGE } from '../../state/index.ts'
import type { ChoiceOption } from '../../ui/choice.tsx'

const OWN_NAMES: { readonly [L in Language]: string } = { zh: '\u7b80\u4f53\u4e2d\u6587', en: 'English' }

/** Each by its own name, so that whoever cannot read the screen finds the way back. */
export const LANGUAGE_OPTIONS: readonly ChoiceOption<Language>[] = (['zh', 'en'] as const).map((language) => ({
  value: language,
  label: <span lang={HTML_LANGUAGE[language]}>{OWN_NAMES[language]}</span>,
}))
