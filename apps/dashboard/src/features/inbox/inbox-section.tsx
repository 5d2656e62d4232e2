import { Button } from '@repo/ui/button'
import { Count } from '@repo/ui/count'
import { Pager } from '@repo/ui/pager'
import { PanelMessage } from '@repo/ui/panel'
import Link from 'next/link'
import { useState } from 'react'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { isPartial } from '#components/panel/panel-data.ts'
import { partialText } from '#components/panel/stale-text.tsx'
import { useBrowserInbox } from './browser-inbox.tsx'
import { countShown, type InboxItems, type InboxSectionResult } from './inbox.ts'
import { InboxList } from './inbox-list.tsx'
import { type InboxRequest, inboxPath, inboxSectionPath } from './inbox-request.ts'
import styles from './inbox-section.module.css'
import { useRemoveSection } from './saved-sections.ts'

type InboxSectionProps = { section: InboxSectionResult; request: InboxRequest }

/** How many items of a section are shown beside the others. */
const MAX_ITEMS = 10

/** A section with its number of items, what to do next, and the same search on GitHub. */
export function InboxSection({ section, request }: InboxSectionProps) {
  const { items: panel, nextStep, emptyText } = section
  const { isHidden } = useBrowserInbox()
  const [showsHidden, setShowsHidden] = useState(false)
  const all = 'data' in panel ? panel.data.items : []
  const items = showsHidden ? all : all.filter((item) => !isHidden(item))
  const counts = 'data' in panel ? countShown(panel.data, isHidden) : NO_COUNTS
  return (
    <DataPanel
      title={<SectionTitle section={section} counts={counts} />}
      panel={panel}
      showsPartial
    >
      {(found) => (
        <>
          {counts.shown === 0 && items.length === 0 ? (
            <PanelMessage>{isPartial(panel) ? partialText : emptyText}</PanelMessage>
          ) : (
            <>
              {nextStep && <p className={styles.next}>{nextStep}</p>}
              <InboxList
                items={request.section ? items : items.slice(0, MAX_ITEMS)}
                date={section.date}
                request={request}
              />
            </>
          )}
          {counts.hidden > 0 && (
            <p className={styles.hidden}>
              <Button onClick={() => setShowsHidden(!showsHidden)} pressed={showsHidden}>
                Show hidden items
              </Button>
            </p>
          )}
          <SectionFoot section={section} request={request} found={found} shown={counts.shown} />
        </>
      )}
    </DataPanel>
  )
}

type Counts = ReturnType<typeof countShown>

const NO_COUNTS: Counts = { shown: null, hidden: 0 }

type SectionTitleProps = { section: InboxSectionResult; counts: Counts }

function SectionTitle({ section: { id, title }, counts: { shown, hidden } }: SectionTitleProps) {
  return (
    <>
      {id === 'query' ? <code className={styles.query}>{title}</code> : <span>{title}</span>}{' '}
      {shown !== null && (shown > 0 || hidden > 0) && (
        <span className={styles.count}>
          <Count value={shown} />
        </span>
      )}
      {hidden > 0 && (
        <small className={styles.hiddenCount}>
          {' '}
          <Count value={hidden} /> hidden
        </small>
      )}
    </>
  )
}

type SectionFootProps = InboxSectionProps & { found: InboxItems; shown: number | null }

function SectionFoot({ section, request, found, shown }: SectionFootProps) {
  const { id, title, query, href, items: panel } = section
  const { total, bots, page, lastPage, hasNext } = found
  const removeSection = useRemoveSection()
  const isOwn = id === 'query'
  const others = request.queries.filter((text) => text !== title)
  const canShowMore = request.section === undefined && (shown === null || shown > MAX_ITEMS)
  return (
    <div className={styles.foot}>
      {total !== 0 && isPartial(panel) && <p>{partialText}</p>}
      {'ssoOrganizations' in panel && (
        <p>Organizations that require single sign-on are missing from this list.</p>
      )}
      {bots > 0 && (
        <p>{bots === 1 ? '1 item by a bot is excluded.' : `${bots} items by bots are excluded.`}</p>
      )}
      {request.section && (
        <Pager
          label="Pages"
          page={page}
          lastPage={lastPage ?? undefined}
          hasNext={hasNext}
          href={(next) => inboxPath({ ...request, page: next })}
        />
      )}
      <p className={styles.links}>
        {canShowMore && (
          <Link href={inboxSectionPath(request, id, isOwn ? [title] : undefined)}>
            Show all {shown !== null && <Count value={shown} />}
          </Link>
        )}
        <a href={href}>View on GitHub</a>
        <Link
          href={inboxPath({ ...request, page: 1, queries: others, edited: isOwn ? title : query })}
        >
          Edit this search
        </Link>
        {isOwn && (
          <Link
            href={inboxSectionPath(request, undefined, others)}
            onClick={() => removeSection(title)}
          >
            Remove this section
          </Link>
        )}
      </p>
    </div>
  )
}
