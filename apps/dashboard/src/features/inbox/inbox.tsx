import type { Panel } from '@repo/github'
import { Chip } from '@repo/ui/chip'
import { Stack } from '@repo/ui/columns'
import { Count } from '@repo/ui/count'
import { Row, Rows } from '@repo/ui/list-rows'
import { PanelMessage } from '@repo/ui/panel'
import { RelativeTime } from '@repo/ui/timestamp'
import { DataPanel } from '#components/panel/data-panel.tsx'
import { isPartial } from '#components/panel/panel-data.ts'
import styles from './inbox.module.css'
import type { InboxItem, InboxItems, InboxSection } from './inbox-sections.ts'

/** A section with what GitHub has found for it, and where GitHub shows the same. */
export type FilledSection = InboxSection & { href: string; found: Panel<InboxItems> }

/** What waits for a viewer, in the order in which it should not. */
export function Inbox({ sections }: { sections: readonly FilledSection[] }) {
  return (
    <Stack>
      {sections.map((section) => (
        <Section key={section.title} section={section} />
      ))}
    </Stack>
  )
}

function Section({ section }: { section: FilledSection }) {
  const { title, query, since, next, empty, href, found } = section
  return (
    <DataPanel title={title} panel={found}>
      {({ total, first }) => (
        <>
          {total === 0 ? (
            <PanelMessage>
              {isPartial(found) ? 'GitHub ran out of time: there may be some.' : empty}
            </PanelMessage>
          ) : (
            <Rows>
              {first.map((item) => (
                <ItemRow key={`${item.repo}#${item.number}`} item={item} since={item[since]} />
              ))}
            </Rows>
          )}
          <div className={styles.foot}>
            {total > 0 && isPartial(found) && <p>GitHub ran out of time, there may be more.</p>}
            {total > 0 && (
              <p>
                <strong>Next:</strong> {next}
              </p>
            )}
            <p>
              <a href={href}>
                {total > first.length ? (
                  <>
                    All <Count value={total} /> on GitHub
                  </>
                ) : (
                  'The same on GitHub'
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
              {title}
            </a>
          ) : (
            <span dir="auto">{title}</span>
          )}{' '}
          {draft && <Chip>draft</Chip>}
          <p className={styles.about}>
            {repo}#{number} by {author ?? 'somebody who has left'}
          </p>
        </>
      }
      end={since && <RelativeTime date={since} />}
    />
  )
}
