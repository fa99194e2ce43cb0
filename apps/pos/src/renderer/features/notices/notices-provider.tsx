import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Toast, type ToastNews } from '../../ui/toast.tsx'
import { NoticesContext, type Notices, type Undoable } from './notices-context.ts'
import './strip-of-notices.css'

const UNDO_MS = 6_000
const NEWS_MS = 4_000

interface Shown {
  readonly key: number
  readonly text: string
  readonly undoable: Undoable | null
}

/** One strip for news and for taking back. What can be taken back happens when its time is over, and at the latest when the page goes. */
export function NoticesProvider({ children }: { readonly children: ReactNode }) {
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

  const undo = useCallback(() => {
    waiting.current?.undone?.()
    waiting.current = null
    setShown(null)
  }, [])
  /** Put away by hand: what could still be taken back happens now. */
  const dismiss = useCallback(() => {
    commitNow(waiting)
    setShown(null)
  }, [])

  return (
    <NoticesContext value={notices}>
      {children}
      <NoticeStrip shown={shown} notices={notices} onUndo={undo} onDismiss={dismiss} />
    </NoticesContext>
  )
}

interface NoticeStripProps {
  readonly shown: Shown | null
  readonly notices: Notices
  readonly onUndo: () => void
  readonly onDismiss: () => void
}

function NoticeStrip({ shown, notices, onUndo, onDismiss }: NoticeStripProps) {
  const { t } = useTranslation()
  const news = useMemo<ToastNews | null>(
    () => shown && newsOf(shown, t('notice.undo'), notices, onUndo),
    [shown, t, notices, onUndo],
  )
  return (
    <Toast
      label={t('notice.strip')}
      className="strip-of-notices"
      stripRef={saysItsHeight}
      textId={TEST_IDS.notice}
      news={news}
      onDismiss={onDismiss}
    />
  )
}

function newsOf({ key, text, undoable }: Shown, undoLabel: string, { settle }: Notices, onUndo: () => void): ToastNews {
  if (!undoable) return { key, text }
  return {
    key,
    text,
    undo: { label: undoLabel, testId: TEST_IDS.undo, forMs: undoable.forMs ?? UNDO_MS, onTap: onUndo },
    ...(undoable.nowLabel === undefined
      ? {}
      : { now: { label: undoable.nowLabel, testId: TEST_IDS.sendNow, onTap: settle } }),
  }
}

/** Tells the style sheet how much room the strip takes, so that what scrolls ends above it. */
function saysItsHeight(strip: HTMLElement | null): (() => void) | undefined {
  if (!strip) return undefined
  const root = document.documentElement
  const observer = new ResizeObserver(() => root.style.setProperty('--room-for-notices', `${strip.offsetHeight}px`))
  observer.observe(strip, { box: 'border-box' })
  return () => {
    observer.disconnect()
    root.style.removeProperty('--room-for-notices')
  }
}

function commitNow(waiting: { current: Undoable | null }): void {
  const undoable = waiting.current
  waiting.current = null
  undoable?.commit()
}
