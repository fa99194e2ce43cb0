import type { LabelError } from '@orderez/core/floor'

type FloorRefusal = LabelError | 'table.offPlan' | 'plan.full' | 'table.hasOrder' | 'area.hasTables'

const REFUSALS = {
  'table.offPlan': 'floorEditor.offPlan',
  'plan.full': 'floorEditor.planFull',
  'table.hasOrder': 'floorEditor.hasOrder',
  'area.hasTables': 'floorEditor.hasTables',
  'label.empty': 'floorEditor.labelEmpty',
  'label.taken': 'floorEditor.labelTaken',
} as const satisfies Record<FloorRefusal, string>

/** The sentence for what the plan refuses. */
export function refusalKeyOf(code: FloorRefusal): (typeof REFUSALS)[FloorRefusal] {
  return REFUSALS[code]
}
