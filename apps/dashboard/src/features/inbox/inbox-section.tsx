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
import type { InboxItems, InboxSectionResult } from './inbox.ts'
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
  const visible = all.filter((item) => !isHidden(item))
  const hiddenCount = all.length - visible.length
  const items = showsHidden ? all : visible
  return (
    <DataPanel
      title={<SectionTitle section={section} hiddenCount={hiddenCount} />}
      panel={panel}
      showsPartial
    >
      {(found) => (
        <>
          {found.total === 0 ? (
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
          {hiddenCount > 0 && (
            <p className={styles.hidden}>
              <span>
                {hiddenCount === 1 ? '1 item is hidden.' : `${hiddenCount} items are hidden.`}
              </span>
              <Button onClick={() => setShowsHidden(!showsHidden)} pressed={showsHidden}>
                Show hidden items
              </Button>
            </p>
          )}
          <SectionFoot section={section} request={request} found={found} />
        </>
      )}
    </DataPanel>
  )
}

type SectionTitleProps = { section: InboxSectionResult; hiddenCount: number }

function SectionTitle({ section: { id, title, items }, hiddenCount }: SectionTitleProps) {
  const found = 'data' in items ? items.data.total : null
  const total = found === null ? null : found - hiddenCount
  return (
    <>
      {id === 'query' ? <code className={styles.query}>{title}</code> : <span>{title}</span>}{' '}
      {total !== null && total > 0 && (
        <span className={styles.count}>
          <Count value={total} />
        </span>
      )}
    </>
  )
}

type SectionFootProps = InboxSectionProps & { found: InboxItems }

function SectionFoot({ section, request, found }: SectionFootProps) {
  const { id, title, query, href, items: panel } = section
  const { total, bots, page, lastPage, hasNext } = found
  const removeSection = useRemoveSection()
  const isOwn = id === 'query'
  const others = request.queries.filter((text) => text !== title)
  const canShowMore = request.section === undefined && (total === null || total > MAX_ITEMS)
  return (
    <div className={styles.foot}>
      {total !== 0 && isPartial(panel) && <p>{partialText}</p>}
      {'ssoOrganizations' in panel && (
        <p>Organizations that require single sign-on are missing from this list.</p>
      )}
      {bots > 0 && (
        <p>{bots === 1 ? '1 item by a bot is hidden.' : `${bots} items by bots are hidden.`}</p>
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
            Show all {total !== null && <Count value={total} />}
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
