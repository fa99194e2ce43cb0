import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Toast } from '../../ui/toast.tsx'
import { NoticesContext, type Notices, type Undoable } from './notices-context.ts'

const UNDO_MS = 6_000
const NEWS_MS = 4_000

interface Shown {
  readonly key: number
  readonly text: string
  readonly undoable: Undoable | null
}

/** One strip for news and for taking back. What can be taken back happens when its time is over, and at the latest when the page goes. */
export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Shown | null>(null)
  const waiting = useRef<Undoable | null>(null)
  const count = useRef(0)

  const notices = useMemo<Notices>(() => {
    const settle = () => commitNow(waiting)
    const show = (text: string, undoable: Undoable | null) => {
      settle()
      waiting.current = undoable
      count.current += 1
      setShown({ key: count.current, text, undoable })
    }
    return {
      say: (text) => show(text, null),
      offerUndo: (undoable) => show(undoable.text, undoable),
      settle() {
        const wasWaiting = waiting.current
        settle()
        if (wasWaiting) setShown((now) => (now?.undoable === wasWaiting ? null : now))
      },
    }
  }, [])

  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(
      () => {
        commitNow(waiting)
        setShown(null)
      },
      shown.undoable ? (shown.undoable.forMs ?? UNDO_MS) : NEWS_MS,
    )
    return () => clearTimeout(timer)
  }, [shown])

  useEffect(() => {
    const leave = () => commitNow(waiting)
    const hide = () => {
      if (document.visibilityState === 'hidden') notices.settle()
    }
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
      leave()
    }
  }, [notices])

  function undo(): void {
    waiting.current?.undone?.()
    waiting.current = null
    setShown(null)
  }

  return (
    <NoticesContext value={notices}>
      {children}
      <div className="strip-of-notices">
        {shown ? (
          <Toast
            key={shown.key}
            testId={TEST_IDS.undo}
            undoLabel={t('notice.undo')}
            now={
              shown.undoable?.nowLabel === undefined
                ? undefined
                : { label: shown.undoable.nowLabel, testId: TEST_IDS.sendNow, onNow: notices.settle }
            }
            undoMs={shown.undoable?.forMs ?? UNDO_MS}
            {...(shown.undoable ? { onUndo: undo } : {})}
          >
            {shown.text}
          </Toast>
        ) : null}
      </div>
    </NoticesContext>
  )
}

function commitNow(waiting: { current: Undoable | null }): void {
  const undoable = waiting.current
  waiting.current = null
  undoable?.commit()
}
