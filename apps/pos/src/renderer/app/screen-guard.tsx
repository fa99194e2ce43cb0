import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

interface ScreenGuardProps {
  /** To a screen that still works; null where this is the one to go back to. */
  readonly onLeave: (() => void) | null
  readonly children: ReactNode
}

/** A screen that cannot be drawn is said to be broken; the bar and the other screens go on working. */
export class ScreenGuard extends Component<ScreenGuardProps, { readonly problem: string | null }> {
  override readonly state: { readonly problem: string | null } = { problem: null }

  static getDerivedStateFromError(cause: unknown): { readonly problem: string } {
    return { problem: cause instanceof Error ? cause.message : String(cause) }
  }

  override componentDidCatch(cause: unknown, { componentStack }: ErrorInfo): void {
    console.error('screen', cause, componentStack)
  }

  override render(): ReactNode {
    const { problem } = this.state
    return problem === null ? this.props.children : <BrokenScreen problem={problem} onLeave={this.props.onLeave} />
  }
}

interface BrokenScreenProps extends Pick<ScreenGuardProps, 'onLeave'> {
  readonly problem: string
}

function BrokenScreen({ problem, onLeave }: BrokenScreenProps) {
  const { t } = useTranslation()
  return (
    <main className="mx-auto flex h-full max-w-xl flex-col justify-center gap-4 p-4">
      <Notice tone="late">{t('screen.broken')}</Notice>
      <p className="text-sm text-ink-2">{t('screen.reason', { reason: problem })}</p>
      <div className="flex gap-2">
        {onLeave ? (
          <Button look="primary" size="large" onClick={onLeave}>
            {t('screen.toTables')}
          </Button>
        ) : null}
        <Button size="large" onClick={() => window.location.reload()}>
          {t('screen.reload')}
        </Button>
      </div>
    </main>
  )
}
