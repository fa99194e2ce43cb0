import start from './start.json' with { type: 'json' }

/** The words of what a terminal shows until somebody has signed in. */
export const enStart = start
