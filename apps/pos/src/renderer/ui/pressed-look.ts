/** A key that stays chosen. */
export const PRESSED_LOOK =
  'press inline-flex min-h-(--touch-step) min-w-(--touch-step) flex-col items-center justify-center rounded-md border border-line-strong bg-raised px-4 text-center font-bold wrap-anywhere data-checked:border-ink data-checked:bg-ink data-checked:text-surface data-pressed:border-ink data-pressed:bg-ink data-pressed:text-surface data-disabled:border-idle-edge data-disabled:bg-idle-soft data-disabled:text-on-idle-soft'
