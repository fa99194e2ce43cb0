import { ArrowRightLeft, Combine, FilePlus, Layers, Split, Utensils, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { MOVE_ACTIONS, type actionProblems, type MoveAction } from './action-problems.ts'

const ICONS: { readonly [A in MoveAction]: LucideIcon } = {
  table: ArrowRightLeft,
  merge: Combine,
  unmerge: Split,
  dishes: Utensils,
  join: Layers,
  another: FilePlus,
}

export const ACTION_WORDS = {
  table: { name: 'moves.table', hint: 'moves.tableHint' },
  merge: { name: 'moves.merge', hint: 'moves.mergeHint' },
  unmerge: { name: 'moves.unmerge', hint: 'moves.unmergeHint' },
  dishes: { name: 'moves.dishes', hint: 'moves.dishesHint' },
  join: { name: 'moves.join', hint: 'moves.joinHint' },
  another: { name: 'moves.another', hint: 'moves.anotherHint' },
} as const satisfies { readonly [A in MoveAction]: unknown }

interface ActionListProps {
  readonly problems: ReturnType<typeof actionProblems>
  readonly onAction: (action: MoveAction) => void
}

/** One button an action; what cannot be done says why. */
export function ActionList({ problems, onAction }: ActionListProps) {
  const { t } = useTranslation()
  return (
    <div className="grid gap-2 phone:grid-cols-2">
      {MOVE_ACTIONS.map((action) => {
        const Icon = ICONS[action]
        const problem = problems[action]
        return (
          <Button
            key={action}
            size="large"
            data-testid={TEST_IDS.moveAction}
            data-action={action}
            disabled={problem !== null}
            hint={t(problem ?? ACTION_WORDS[action].hint)}
            onClick={() => onAction(action)}
          >
            <Icon aria-hidden size={20} />
            {t(ACTION_WORDS[action].name)}
          </Button>
        )
      })}
    </div>
  )
}
