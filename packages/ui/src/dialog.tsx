import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect } from 'react'
import styles from './dialog.module.css'

type DialogProps = {
  label: string
  /** The size and the layout of the content. */
  className: string | undefined
  /** With it, the caller can close the dialog. */
  ref: RefObject<HTMLDialogElement | null>
  onClose: () => void
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined
  children: ReactNode
}

/** A modal dialog, which opens when it is rendered; Escape and a click outside close it. */
export function Dialog({ label, className, ref, onClose, onKeyDown, children }: DialogProps) {
  // At once: the next key may follow within a millisecond.
  useLayoutEffect(() => ref.current?.showModal(), [ref])
  return (
    <dialog
      className={`${styles.dialog} ${className}`}
      ref={ref}
      aria-label={label}
      closedby="any"
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      {children}
    </dialog>
  )
}
