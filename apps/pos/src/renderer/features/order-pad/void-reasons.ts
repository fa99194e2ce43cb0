/** Why something is taken back; one tap each. */
export const VOID_REASONS = ['wrong', 'changedMind', 'soldOut', 'quality', 'tooLate'] as const
