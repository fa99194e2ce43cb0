/**
 * Mistakes that a test can switch on, one line each where they are planted, to see that the simulator's checks catch them.
 * Nothing outside tests and the simulator ever passes a set of them.
 */
export const PLANTED_MISTAKES = [
  // Terminal
  'ack-before-flush',
  'cursor-before-apply',
  'retry-with-new-id',
  'log-cleared-on-5xx',
  'decided-before-verdict-stored',
  'drop-on-refused',
  'pull-overlaps-push',
  'stale-checkpoint-after-epoch',
  'number-reused-after-crash',
  // Authority
  'verdict-before-store',
  'no-dedup',
  'unknown-as-stored',
  'poison-blocks-batch',
  'last-writer-wins',
  'seq-after-snapshot',
  'epoch-kept-after-restore',
  'price-from-client',
  'right-not-checked',
] as const

export type PlantedMistake = (typeof PLANTED_MISTAKES)[number]

/** The port: absent in production, so that the correct branch is the only one. */
export type PlantedMistakes = ReadonlySet<PlantedMistake>
