import { useTranslation } from 'react-i18next'
import { useLive, useTerminal } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Chip } from '../../ui/chip.tsx'
import { initialsOf } from '../tables/index.ts'

/** Who works here, and what as; those who left stand last. */
export function StaffPanel() {
  const { t } = useTranslation()
  const people = useLive(useTerminal().queries.documents('person'))
  if (!people) return <p className="text-ink-2">{t('boot.opening')}</p>
  const sorted = people.toSorted((a, b) => Number(b.active) - Number(a.active) || (a.id < b.id ? -1 : 1))
  return (
    <section className="flex flex-col gap-4">
      <h1 className="text-xl font-bold">{t('manager.staff')}</h1>
      <ul className="flex flex-col gap-2">
        {sorted.map(({ id, name, signIn, roles, active }) => (
          <li
            key={id}
            data-testid={TEST_IDS.staffMember}
            className="flex min-h-(--touch-line) flex-wrap items-center gap-3 rounded-md border border-line bg-surface p-3"
          >
            <span
              aria-hidden
              translate="no"
              className="flex size-(--touch-min) items-center justify-center rounded-full bg-brand-soft font-bold text-on-brand-soft"
            >
              {initialsOf(name)}
            </span>
            <span className="flex-1">
              <span className="block font-bold">{name}</span>
              <span className="block text-sm text-ink-2">{signIn}</span>
            </span>
            {active ? null : <Chip tone="idle">{t('manager.notActive')}</Chip>}
            {roles.map((role) => (
              <Chip key={role} tone="outline">
                {t(`role.${role}`)}
              </Chip>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
