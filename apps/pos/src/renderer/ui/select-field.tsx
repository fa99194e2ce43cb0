import { Select } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import { classNames } from './class-names.ts'
import { FIELD_LOOK, FieldFrame, type FieldNotes } from './field-frame.tsx'
import { useSurface } from './surface.tsx'

export interface SelectOption {
  readonly value: string
  readonly label: string
}

export interface SelectGroup {
  /** Left out where there is only one. */
  readonly label?: string
  readonly options: readonly SelectOption[]
}

export interface SelectFieldProps extends FieldNotes {
  /** Null where nothing is chosen yet, or each choice is an act of its own. */
  readonly value: string | null
  readonly groups: readonly SelectGroup[]
  readonly onPick: (value: string) => void
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly testId?: string
}

/** One of a long list. Letters typed go to the option that begins with them. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, value, groups, onPick, placeholder, disabled = false, testId } = props
  const items = groups.flatMap(({ options }) => options)
  return (
    <FieldFrame label={label} hint={hint} error={error} disabled={disabled} ofButton>
      <Select.Root items={items} value={value} onValueChange={(picked) => picked !== null && onPick(picked)}>
        <Select.Trigger
          data-testid={testId}
          data-value={value ?? ''}
          className={classNames(FIELD_LOOK, 'press flex items-center gap-2 text-left')}
        >
          <Select.Value placeholder={placeholder} className="min-w-0 flex-1 truncate data-placeholder:text-ink-2" />
          <Select.Icon className="shrink-0">
            <ChevronDown aria-hidden size={22} />
          </Select.Icon>
        </Select.Trigger>
        <OptionList groups={groups} />
      </Select.Root>
    </FieldFrame>
  )
}

function OptionList({ groups }: Pick<SelectFieldProps, 'groups'>) {
  return (
    <Select.Portal container={useSurface() ?? undefined}>
      <Select.Positioner sideOffset={4} alignItemWithTrigger={false} className="list-place">
        <Select.Popup className="list-of-options rounded-md border border-line-strong bg-raised p-1 text-ink shadow-toast">
          {groups.map((group, index) => (
            <Select.Group key={group.label ?? index}>
              {group.label === undefined ? null : (
                <Select.GroupLabel className="px-4 py-2 text-sm text-ink-2">{group.label}</Select.GroupLabel>
              )}
              {group.options.map((option) => (
                <Option key={option.value} option={option} />
              ))}
            </Select.Group>
          ))}
        </Select.Popup>
      </Select.Positioner>
    </Select.Portal>
  )
}

function Option({ option: { value, label } }: { readonly option: SelectOption }) {
  return (
    <Select.Item
      value={value}
      data-value={value}
      className="flex min-h-(--touch-step) cursor-pointer items-center gap-2 rounded-sm px-2 data-highlighted:bg-sunken data-selected:font-bold"
    >
      <span className="inline-flex w-6 shrink-0">
        <Select.ItemIndicator>
          <Check aria-hidden size={20} />
        </Select.ItemIndicator>
      </span>
      <Select.ItemText className="min-w-0 flex-1">{label}</Select.ItemText>
    </Select.Item>
  )
}
