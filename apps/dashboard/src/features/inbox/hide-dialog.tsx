import { Button } from '@repo/ui/button'
import { Dialog } from '@repo/ui/dialog'
import { useRef } from 'react'
import { localDay, nextMonday } from '#components/inbox/inbox-states.ts'
import styles from './hide-dialog.module.css'
import type { InboxItem } from './inbox.ts'

type HideDialogProps = {
  item: InboxItem
  /** The visitor's time in milliseconds. */
  now: number
  /** Hides the item until a local day, or with null until something happens; `text` says until when. */
  onHide: (until: string | null, text: string) => void
  onClose: () => void
}

/** Asks until when an item is hidden; the first choice has the focus. */
export function HideDialog({ item, now, onHide, onClose }: HideDialogProps) {
  const title = item.title ?? 'Untitled'
  const dialog = useRef<HTMLDialogElement>(null)

  const choices = [
    { text: 'until something happens', until: null },
    { text: 'until tomorrow', until: localDay(now, 1) },
    { text: 'until next week', until: nextMonday(now) },
  ]
  return (
    <Dialog label={`Hide ${title}`} className={styles.dialog} ref={dialog} onClose={onClose}>
      <h2 className={styles.title}>
        Hide <bdi>{title}</bdi>
      </h2>
      {choices.map(({ text, until }) => (
        <Button
          key={text}
          onClick={() => {
            dialog.current?.close()
            onHide(until, text)
          }}
        >
          {text.charAt(0).toUpperCase() + text.slice(1)}
        </Button>
      ))}
      <p className={styles.note}>Only this browser hides it. Nothing changes on GitHub.</p>
    </Dialog>
  )
}
