import { Button } from '@repo/ui/button'
import { Dialog } from '@repo/ui/dialog'
import { useRouter } from 'next/router'
import { useRef, useState } from 'react'
import { INBOX_PATH } from '#components/inbox/section-names.ts'
import styles from './shortcut-dialog.module.css'

const shortcuts = [
  { keys: '/', label: 'Focus the search' },
  { keys: 'i', label: 'Inspect request' },
  { keys: '?', label: 'Show the keyboard shortcuts' },
]

const inboxShortcuts = [
  { keys: 'j', label: 'Go to the next item' },
  { keys: 'k', label: 'Go to the previous item' },
  { keys: 'o', label: 'Open the item' },
  { keys: 'e', label: 'Hide the item' },
]

/** Lists the keys, and turns off those that speech input may press: WCAG 2.1.4. */
export function ShortcutDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOn, setOn] = useState(areSingleKeysOn)
  const { pathname } = useRouter()
  const singleKeys = pathname === INBOX_PATH ? [...shortcuts, ...inboxShortcuts] : shortcuts
  const paletteKey = /Mac/.test(navigator.platform) ? '⌘ K' : 'Ctrl K'

  function toggle(isChecked: boolean) {
    setSingleKeys(isChecked)
    setOn(isChecked)
  }

  return (
    <Dialog label="Keyboard shortcuts" className={styles.dialog} ref={dialog} onClose={onClose}>
      <div className={styles.header}>
        <h2 className={styles.title}>Keyboard shortcuts</h2>
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </div>
      <dl className={styles.shortcuts}>
        {[{ keys: paletteKey, label: 'Find a repository, a page or a command' }, ...singleKeys].map(
          ({ keys, label }) => (
            <div key={keys}>
              <dt>
                <kbd className={styles.keys}>{keys}</kbd>
              </dt>
              <dd>{label}</dd>
            </div>
          ),
        )}
      </dl>
      <label className={styles.option}>
        <input type="checkbox" checked={isOn} onChange={({ target }) => toggle(target.checked)} />
        Use the single-key shortcuts
      </label>
    </Dialog>
  )
}

// `theme.js` reads the stored choice.
function areSingleKeysOn(): boolean {
  return document.documentElement.dataset.shortcuts !== 'off'
}

function setSingleKeys(isOn: boolean): void {
  const choice = isOn ? 'on' : 'off'
  document.documentElement.dataset.shortcuts = choice
  try {
    localStorage.setItem('shortcuts', choice)
  } catch {
    // If storage is blocked, the choice applies until the page is reloaded.
  }
}
