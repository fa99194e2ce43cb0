import { useTranslation } from 'react-i18next'

/** What the keyboard and a bump bar do, by screen. */
export function KeysOverview() {
  const { t } = useTranslation()
  const places = [
    {
      title: t('prefs.keysEverywhere'),
      keys: [
        ['Tab', t('prefs.keyTab')],
        ['Enter', t('prefs.keyEnter')],
        ['Esc', t('prefs.keyEscape')],
        ['F6', t('prefs.keyNotice')],
      ],
    },
    {
      title: t('prefs.keysFloor'),
      keys: [
        ['← ↑ ↓ →', t('prefs.keyArrows')],
        ['Enter', t('prefs.keyOpenTable')],
      ],
    },
    {
      title: t('prefs.keysOrder'),
      keys: [
        ['/', t('prefs.keySearch')],
        ['0 – 9', t('prefs.keyNumber')],
        ['Enter', t('prefs.keyTakeFound')],
        ['← ↑ ↓ →', t('prefs.keyDishes')],
      ],
    },
    {
      title: t('prefs.keysPay'),
      keys: [
        ['0 – 9', t('prefs.keyDigits')],
        ['⌫', t('prefs.keyErase')],
      ],
    },
    {
      title: t('prefs.keysKitchen'),
      keys: [
        ['1 – 9', t('prefs.keyBump')],
        ['R', t('prefs.keyRecall')],
      ],
    },
  ] as const
  return (
    <div className="flex flex-col gap-4">
      {places.map(({ title, keys }) => (
        <section key={title}>
          <h3 className="border-b border-line pb-1 font-bold">{title}</h3>
          <dl>
            {keys.map(([key, does]) => (
              <div key={key} className="flex min-h-(--touch-min) items-center gap-4">
                <dt className="w-32 shrink-0">
                  <kbd className="rounded-sm border border-line-strong bg-sunken px-2 py-1 text-sm">{key}</kbd>
                </dt>
                <dd className="text-ink-2">{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
