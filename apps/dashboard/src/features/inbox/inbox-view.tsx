import { Stack } from '@repo/ui/columns'
import { Icon } from '@repo/ui/icon'
import { Tabs } from '@repo/ui/tabs'
import Link from 'next/link'
import { INBOX_PATH, inboxSections } from '#components/inbox/section-names.ts'
import { ListPlace } from '#components/list/list-place.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { BrowserInboxProvider, useBrowserInbox } from './browser-inbox.tsx'
import { countWaiting, type Inbox, isAllClear } from './inbox.ts'
import { InboxFilters } from './inbox-filters.tsx'
import { type InboxRequest, inboxSectionPath } from './inbox-request.ts'
import { InboxSection } from './inbox-section.tsx'
import styles from './inbox-view.module.css'
import { OwnSectionForm } from './own-section-form.tsx'
import { useSavedSections } from './saved-sections.ts'

/** The viewer's open work, the most urgent first. */
export function InboxView({ inbox }: { inbox: Inbox }) {
  const { request, sections, ownerProblem, edited, otherProblems } = inbox
  useSavedSections(inbox)
  const isFirst = edited !== null
  const form = ownerProblem !== 'invalid' && (
    <OwnSectionForm
      key={edited?.query}
      request={request}
      edited={edited}
      otherProblems={otherProblems}
    />
  )
  return (
    <Stack>
      <SectionTabs request={request} />
      <InboxFilters inbox={inbox} />
      <BrowserInboxProvider sections={sections}>
        <InboxHead sections={sections} />
        {isFirst && form}
        <ListPlace>
          <Stack>
            {isAllClear(sections) ? (
              <AllClear request={request} />
            ) : (
              sections.map((section) => (
                <InboxSection
                  key={`${section.id} ${section.title}`}
                  section={section}
                  request={request}
                />
              ))
            )}
          </Stack>
        </ListPlace>
        {!isFirst && form}
      </BrowserInboxProvider>
    </Stack>
  )
}

/** The title of the page, with the number of items that wait for the viewer. */
function InboxHead({ sections }: Pick<Inbox, 'sections'>) {
  const { isHidden } = useBrowserInbox()
  const waiting = countWaiting(sections, isHidden)
  return <PageHead title={waiting ? `Inbox (${waiting.toLocaleString('en')})` : 'Inbox'} />
}

function SectionTabs({ request }: { request: InboxRequest }) {
  const { section, queries } = request
  return (
    <Tabs
      label="Sections"
      tabs={[
        {
          href: inboxSectionPath(request, undefined),
          label: 'All',
          current: section === undefined,
        },
        ...inboxSections.map(({ id, title }) => ({
          href: inboxSectionPath(request, id),
          label: title,
          current: id === section,
        })),
        ...(section === 'query'
          ? [
              {
                href: inboxSectionPath(request, 'query', queries.slice(0, 1)),
                label: 'Your section',
                current: true,
              },
            ]
          : []),
      ]}
    />
  )
}

/** What takes the place of empty sections. */
function AllClear({ request: { owner, label, section } }: { request: InboxRequest }) {
  const isFiltered = label !== undefined || section !== undefined
  return (
    <div className={styles.clear}>
      <Icon name={isFiltered ? 'search' : 'sun'} />
      <h2>{isFiltered ? 'Nothing here' : 'Nothing is waiting for you'}</h2>
      <p>
        {isFiltered
          ? 'No open issue or pull request matches these filters.'
          : `Every issue has a response, and every review is done${owner ? ` at ${owner}` : ''}. Enjoy the day.`}
      </p>
      <p>
        {isFiltered ? (
          <Link href={INBOX_PATH}>Show the whole inbox</Link>
        ) : (
          <Link href="/me/board">See how your repositories are doing</Link>
        )}
      </p>
    </div>
  )
}
