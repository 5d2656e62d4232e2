import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { Icon } from '@repo/ui/icon'
import { RelativeTime } from '@repo/ui/timestamp'
import Link from 'next/link'
import { LabelChip } from '#components/issue/label-chip.tsx'
import { useBrowserInbox } from './browser-inbox.tsx'
import { groupByRepo, type InboxItem } from './inbox.ts'
import { ITEM_ATTRIBUTE } from './inbox-keys.ts'
import styles from './inbox-list.module.css'
import type { InboxSection } from './inbox-queries.ts'
import { type InboxRequest, inboxSectionPath } from './inbox-request.ts'

type InboxListProps = {
  items: readonly InboxItem[]
  date: InboxSection['date']
  request: InboxRequest
}

/** Issues and pull requests, by repository if the request says so. */
export function InboxList({ items, ...props }: InboxListProps) {
  if (!props.request.isGrouped) return <List items={items} {...props} />
  return [...groupByRepo(items)].map(([repo, ofRepo]) => (
    <section key={repo} aria-label={repo}>
      <h3 className={styles.repo}>
        <Link href={`/me/repos/${repo}`}>{repo}</Link>
      </h3>
      <List items={ofRepo} {...props} />
    </section>
  ))
}

function List({ items, ...props }: InboxListProps) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.id}>
          <Item item={item} {...props} />
        </li>
      ))}
    </ul>
  )
}

type ItemProps = Omit<InboxListProps, 'items'> & { item: InboxItem }

function Item({ item, date, request }: ItemProps) {
  const { id, title, repo, number, kind, author, labels, comments, draft, url } = item
  const { isKnown, isHidden, changeOf, onHide, onShow } = useBrowserInbox()
  const since = item[date]
  const change = changeOf(item)
  return (
    <>
      <span className={draft ? styles.draft : styles.open}>
        <Icon name={iconOf(item)} />
        <span className="visually-hidden">{kind === 'pull' ? 'Pull request:' : 'Issue:'}</span>
      </span>
      <div>
        <bdi className={styles.title}>
          {url ? (
            <a href={url} {...{ [ITEM_ATTRIBUTE]: id }}>
              {title ?? 'Untitled'}
            </a>
          ) : (
            (title ?? 'Untitled')
          )}
        </bdi>{' '}
        {change && <Chip tone="accent">{change}</Chip>}
        {draft && <Chip>draft</Chip>}
        {labels.map((label) => (
          <LabelChip
            key={label.name}
            label={label}
            href={inboxSectionPath({ ...request, label: label.name }, request.section)}
          />
        ))}
        <p>
          {request.isGrouped ? `#${number}` : `${repo}#${number}`} by{' '}
          {author?.login ?? 'ghost (deleted account)'} {author?.isBot && <Chip>bot</Chip>}
          {since && (
            <span>
              {date === 'createdAt' ? ' · opened ' : ' · updated '}
              <RelativeTime date={since} />
            </span>
          )}
        </p>
      </div>
      {comments !== null && comments > 0 && (
        <span className={styles.comments}>
          <Icon name="comment" /> <Count value={comments} />
          <span className="visually-hidden"> comments</span>
        </span>
      )}
      {isKnown && (
        <button
          className={styles.hide}
          type="button"
          onClick={() => (isHidden(item) ? onShow(item) : onHide(item))}
        >
          <span>{isHidden(item) ? 'Show again' : 'Hide'}</span>
          <span className="visually-hidden"> {title ?? 'Untitled'}</span>
        </button>
      )}
    </>
  )
}

function iconOf({ kind, draft }: InboxItem) {
  if (kind === 'issue') return 'issue-opened'
  return draft ? 'git-pull-request-draft' : 'git-pull-request'
}
