import { useEffect, type Ref } from 'react'
import { Toast as Parts } from '@base-ui/react/toast'
import { Send, Undo2, type LucideIcon } from 'lucide-react'
import { classNames } from './class-names.ts'

interface ToastKey {
  readonly label: string
  readonly testId: string
  readonly onTap: () => void
}

export interface ToastNews {
  /** Another one for other news, though its words be the same. */
  readonly key: number
  readonly text: string
  /** The way back, for as long as the bar runs. */
  readonly undo?: ToastKey & { readonly forMs: number }
  /** Not to wait for the bar. */
  readonly now?: ToastKey
}

export interface ToastProps {
  /** What the strip is called. */
  readonly label: string
  readonly news: ToastNews | null
  /** Of the words themselves. */
  readonly textId?: string
  /** Somebody put it away by Escape. */
  readonly onDismiss: () => void
  readonly className?: string
  /** The strip itself, for who has to know how much room it takes. */
  readonly stripRef?: Ref<HTMLDivElement>
}

/** News in its own strip, one at a time. F6 goes there and back; how long it stays is not its own affair. */
export function Toast(props: ToastProps) {
  return (
    <Parts.Provider timeout={0} limit={1}>
      <Strip {...props} />
    </Parts.Provider>
  )
}

function Strip({ label, news, textId, onDismiss, className, stripRef }: ToastProps) {
  const { toasts, add, close } = Parts.useToastManager<{ news: ToastNews }>()
  useEffect(() => {
    if (!news) return
    let isOver = false
    const id = add({ id: String(news.key), data: { news }, onClose: () => isOver || onDismiss() })
    return () => {
      isOver = true
      close(id)
    }
  }, [news, onDismiss, add, close])
  return (
    <Parts.Viewport ref={stripRef} aria-label={label} className={className}>
      {toasts.map((toast) => (
        <Parts.Root
          key={toast.id}
          toast={toast}
          swipeDirection={[]}
          // It asks for nothing, so it is no dialog.
          role="group"
          aria-modal={undefined}
          className="toast relative overflow-hidden rounded-md bg-ink text-surface shadow-toast data-ending-style:hidden data-limited:hidden"
        >
          {toast.data ? <Content news={toast.data.news} textId={textId} /> : null}
        </Parts.Root>
      ))}
    </Parts.Viewport>
  )
}

interface ContentProps {
  readonly news: ToastNews
  readonly textId: string | undefined
}

function Content({ news: { text, undo, now }, textId }: ContentProps) {
  return (
    <>
      <Parts.Content
        className={classNames(
          'flex min-h-(--touch-line) items-center justify-end gap-x-2 px-4',
          now && 'flex-wrap phone:flex-nowrap',
        )}
      >
        <Parts.Description
          data-testid={textId}
          className={classNames('min-w-0 flex-1 py-2', now && 'basis-full phone:basis-0')}
        >
          {text}
        </Parts.Description>
        {now ? <Key of={now} Icon={Send} /> : null}
        {undo ? <Key of={undo} Icon={Undo2} /> : null}
      </Parts.Content>
      {undo ? (
        <span
          aria-hidden
          style={{ animationDuration: `${undo.forMs}ms` }}
          className="undo-bar absolute bottom-0 left-0 h-1 w-full bg-brand-edge"
        />
      ) : null}
    </>
  )
}

function Key({ of: { label, testId, onTap }, Icon }: { readonly of: ToastKey; readonly Icon: LucideIcon }) {
  return (
    <Parts.Action
      data-testid={testId}
      onClick={onTap}
      className="press inline-flex min-h-(--touch-min) shrink-0 items-center gap-2 rounded-md px-4 font-bold"
    >
      <Icon aria-hidden size={20} />
      {label}
    </Parts.Action>
  )
}
