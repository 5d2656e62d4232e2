import type { IssueOrPull } from '@repo/github'
import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { Icon } from '@repo/ui/icon'
import { RelativeTime } from '@repo/ui/timestamp'
import Link from 'next/link'
import { LabelChip } from '#components/issue/label-chip.tsx'
import styles from './issue-list.module.css'
import { type IssueListRequest, issueListPath } from './issue-list-request.ts'

type IssueListProps = {
  /** The path of the list, without a request. */
  listPath: string
  request: IssueListRequest
  issues: readonly IssueOrPull[]
}

/** A list of issues or pull requests; a label or an author links to the list filtered by it. */
export function IssueList({ listPath, request, issues }: IssueListProps) {
  return (
    <ul className={styles.list}>
      {issues.map((issue) => (
        <li key={issue.number} className={toneOf(request.kind, issue.state)}>
          <Icon name={icons[request.kind][issue.state]} />
          <span className="visually-hidden">{`${issue.state}:`}</span>
          <div>
            <bdi>
              {issue.url ? (
                <a href={issue.url}>{issue.title ?? 'Untitled'}</a>
              ) : (
                (issue.title ?? 'Untitled')
              )}
            </bdi>{' '}
            {issue.labels.map((label) => (
              <LabelChip
                key={label.name}
                label={label}
                href={issueListPath(listPath, { ...request, label: label.name })}
              />
            ))}
            <p>
              {`#${issue.number}`}
              {issue.createdAt && (
                <span>
                  {' opened '}
                  <RelativeTime date={issue.createdAt} />
                </span>
              )}
              <span>
                {' by '}
                <Author listPath={listPath} request={request} author={issue.author} />
              </span>
              {issue.closedAt && (
                <span>
                  {` · ${issue.state} `}
                  <RelativeTime date={issue.closedAt} />
                </span>
              )}
            </p>
          </div>
          {issue.comments !== null && issue.comments > 0 && (
            <span className={styles.comments}>
              <Icon name="comment" /> <Count value={issue.comments} />
              <span className="visually-hidden"> comments</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

type AuthorProps = { listPath: string; request: IssueListRequest; author: IssueOrPull['author'] }

function Author({ listPath, request, author }: AuthorProps) {
  if (author === null) return <span>ghost (deleted account)</span>
  return (
    <>
      <Link href={issueListPath(listPath, { ...request, author: author.login })} scroll={false}>
        {author.login}
      </Link>
      {author.isBot && <Chip>bot</Chip>}
    </>
  )
}

const icons = {
  issue: {
    open: 'issue-opened',
    draft: 'issue-opened',
    closed: 'issue-closed',
    merged: 'issue-closed',
    'not planned': 'skip',
  },
  pull: {
    open: 'git-pull-request',
    draft: 'git-pull-request-draft',
    closed: 'git-pull-request-closed',
    merged: 'git-merge',
    'not planned': 'git-pull-request-closed',
  },
} as const satisfies Record<IssueListRequest['kind'], Record<IssueOrPull['state'], string>>

const tones = {
  open: styles.open,
  draft: styles.quiet,
  closed: styles.closed,
  merged: styles.merged,
  'not planned': styles.quiet,
}

function toneOf(kind: IssueListRequest['kind'], state: IssueOrPull['state']) {
  return kind === 'pull' && state === 'closed' ? styles.closedUnmerged : tones[state]
}
