import { Button } from '@repo/ui/button'
import { RelativeTime } from '@repo/ui/timestamp'
import { useVisitorTime } from '@repo/ui/visitor-time'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import {
  hideItem,
  inboxStates,
  isHidden,
  localDay,
  NO_INBOX_STATE,
  recordVisit,
  showItem,
  updateInbox,
} from '#components/inbox/inbox-states.ts'
import { useRefreshOnReturn } from '#components/panel/use-refresh-on-return.ts'
import { useFrame } from '#components/shell/frame-context.tsx'
import { useStoredValue } from '#components/stored-value.ts'
import styles from './browser-inbox.module.css'
import { HideDialog } from './hide-dialog.tsx'
import { changeSince, countChanged, type InboxItem, type InboxSectionResult } from './inbox.ts'
import { focusItem, nextItemLink, reloadItems, useInboxKeys } from './inbox-keys.ts'
import { useInboxPlace } from './inbox-place.ts'

/** What this browser stores about the items of the inbox. */
type BrowserInbox = {
  /** Whether it has been read: never on the server, and never without scripts. */
  isKnown: boolean
  isHidden: (item: InboxItem) => boolean
  /** What has happened to an item since the last visit. */
  changeOf: (item: InboxItem) => 'new' | 'updated' | undefined
  /** Opens the dialog that hides an item. */
  onHide: (item: InboxItem) => void
  onShow: (item: InboxItem) => void
}

const BrowserInboxContext = createContext<BrowserInbox>({
  isKnown: false,
  isHidden: () => false,
  changeOf: () => undefined,
  onHide: () => {},
  onShow: () => {},
})

export function useBrowserInbox(): BrowserInbox {
  return useContext(BrowserInboxContext)
}

type BrowserInboxProviderProps = {
  sections: readonly InboxSectionResult[]
  children: ReactNode
}

/** Hides items, marks what is new, and adds keys, all by what this browser saves of the inbox. */
export function BrowserInboxProvider({ sections, children }: BrowserInboxProviderProps) {
  const login = useFrame()?.viewer?.login ?? ''
  const state = useStoredValue(inboxStates)?.[login] ?? NO_INBOX_STATE
  const now = useVisitorTime()
  const [itemToHide, setItemToHide] = useState<InboxItem>()
  const [lastHidden, setLastHidden] = useState<{ item: InboxItem; until: string }>()
  const asOf = oldestDate(sections)
  const since = state.visit?.previousAt ?? null

  useEffect(() => {
    if (asOf !== undefined) updateInbox(login, (before) => recordVisit(before, asOf))
  }, [login, asOf])

  useInboxKeys((id) => setItemToHide(findItem(sections, id)))
  useInboxPlace(now !== undefined)
  useRefreshOnReturn(sections, reloadItems)

  function hide(item: InboxItem, until: string | null, text: string) {
    const next = nextItemLink(item.id)
    updateInbox(login, (before) => hideItem(before, item, until))
    setItemToHide(undefined)
    setLastHidden({ item, until: text })
    next?.focus()
  }

  function show(item: InboxItem) {
    // At once, because the button that has the focus may go.
    flushSync(() => {
      updateInbox(login, (before) => showItem(before, item.id))
      setLastHidden(undefined)
    })
    focusItem(item.id)
  }

  const browserInbox: BrowserInbox = {
    isKnown: now !== undefined,
    isHidden: (item) => now !== undefined && isHidden(state, item, localDay(now)),
    changeOf: (item) => (now === undefined ? undefined : changeSince(since, item)),
    onHide: setItemToHide,
    onShow: show,
  }
  return (
    <BrowserInboxContext value={browserInbox}>
      {now !== undefined && since !== null && (
        <NewItems count={countChanged(sections, since, browserInbox.isHidden)} since={since} />
      )}
      {children}
      <div className={styles.status} role="status">
        {lastHidden && (
          <p>
            Hidden {lastHidden.until}. <Button onClick={() => show(lastHidden.item)}>Undo</Button>
          </p>
        )}
      </div>
      {itemToHide && now !== undefined && (
        <HideDialog
          key={itemToHide.id}
          item={itemToHide}
          now={now}
          onHide={(until, text) => hide(itemToHide, until, text)}
          onClose={() => setItemToHide(undefined)}
        />
      )}
    </BrowserInboxContext>
  )
}

function NewItems({ count, since }: { count: number; since: string }) {
  const found = count === 0 ? 'Nothing' : count === 1 ? '1 item' : `${count} items`
  return (
    <p className={styles.news}>
      {found} new or updated since your last visit, <RelativeTime date={since} format="datetime" />.
    </p>
  )
}

function oldestDate(sections: readonly InboxSectionResult[]): string | undefined {
  return sections.flatMap(({ items }) => ('data' in items ? items.asOf : [])).toSorted()[0]
}

function findItem(sections: readonly InboxSectionResult[], id: number): InboxItem | undefined {
  return sections
    .flatMap(({ items }) => ('data' in items ? items.data.items : []))
    .find((item) => item.id === id)
}
