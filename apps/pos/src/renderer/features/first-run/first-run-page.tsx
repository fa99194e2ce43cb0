import type { ReactNode } from 'react'
import { FirstRunBar } from './first-run-bar.tsx'
import './first-run.css'

/** The page of an installation that nobody can sign in at yet. */
export function FirstRunPage({ testId, children }: { readonly testId?: string; readonly children: ReactNode }) {
  return (
    <main className="first-run" data-testid={testId}>
      <FirstRunBar />
      {children}
    </main>
  )
}
