import type { Language } from '@orderez/core/kernel'
import type { ChoiceOption } from '../../ui/choice.tsx'

/** Each by its own name, so that whoever cannot read the screen finds the way back. */
export const LANGUAGE_OPTIONS: readonly ChoiceOption<Language>[] = [
  { value: 'zh', label: '\u7b80\u4f53\u4e2d\u6587' },
  { value: 'en', label: 'English' },
]
