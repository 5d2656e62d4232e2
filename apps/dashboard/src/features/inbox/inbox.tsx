import type { Panel } from '@repo/github'
import { Chip } from '@repo/ui/chip'
import { Stack } from '@repo/ui/columns'
import { Count } from '@repo/ui/count'
import { Row, Rows } from '@repo/ui/list-rows'
import { PanelMessage } from '@repo/ui/panel'
import { RelativeTime } from '@repo/ui/timestamp'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { isPartial } from '#components/panel/panel-data.ts'
import { partialText } from '#components/panel/stale-text.tsx'
import styles from './inbox.module.css'
import type { InboxItem, InboxItems, InboxSection } from './inbox-sections.ts'

/** A section with its search results, and the URL of the search on GitHub. */
export type InboxSectionResult = InboxSection & { href: string; items: Panel<InboxItems> }

/** The viewer's open work, most urgent first. */
export function Inbox({ sections }: { sections: readonly InboxSectionResult[] }) {
  return (
    <Stack>
      {sections.map((section) => (
        <Section key={section.title} section={section} />
      ))}
    </Stack>
  )
}

function Section({ section }: { section: InboxSectionResult }) {
  const { title, query, since, nextStep, emptyText, href, items } = section
  return (
    <DataPanel title={title} panel={items} showsPartial>
      {({ total, first }) => (
        <>
          {total === 0 ? (
            <PanelMessage>{isPartial(items) ? partialText : emptyText}</PanelMessage>
          ) : (
            <Rows>
              {first.map((item) => (
                <ItemRow key={`${item.repo}#${item.number}`} item={item} since={item[since]} />
              ))}
            </Rows>
          )}
          <div className={styles.foot}>
            {total !== 0 && isPartial(items) && <p>{partialText}</p>}
            {total !== 0 && (
              <p>
                <strong>Next:</strong> {nextStep}
              </p>
            )}
            <p>
              <a href={href}>
                {total !== null && total > first.length ? (
                  <span>
                    View all <Count value={total} /> on GitHub
                  </span>
                ) : (
                  'View on GitHub'
                )}
              </a>{' '}
              <code>{query}</code>
            </p>
          </div>
        </>
      )}
    </DataPanel>
  )
}

type ItemRowProps = { item: InboxItem; since: string | null }

function ItemRow({ item: { title, repo, number, author, draft, url }, since }: ItemRowProps) {
  return (
    <Row
      main={
        <>
          {url ? (
            <a href={url} dir="auto">
              {title ?? 'Untitled'}
            </a>
          ) : (
            <bdi>{title ?? 'Untitled'}</bdi>
          )}{' '}
          {draft && <Chip>draft</Chip>}
          <p className={styles.about}>
            {repo}#{number} by {author ?? 'ghost (deleted account)'}
          </p>
        </>
      }
      end={since && <RelativeTime date={since} />}
    />
  )
}
