import type { IssueOrPull } from '@repo/github'
import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { Icon } from '@repo/ui/icon'
import {
  CommentIcon,
  GitMergeIcon,
  GitPullRequestClosedIcon,
  GitPullRequestDraftIcon,
  GitPullRequestIcon,
  IssueClosedIcon,
  IssueOpenedIcon,
  SkipIcon,
} from '@repo/ui/icons'
import { RelativeTime } from '@repo/ui/timestamp'
import Link from 'next/link'
import styles from './issue-list.module.css'
import { type IssueListRequest, issueListPath } from './issue-list-request.ts'

type IssueListProps = {
  fullName: string
  request: IssueListRequest
  issues: readonly IssueOrPull[]
}

/** A list of issues or pull requests; a label or an author links to the list filtered by it. */
export function IssueList({ fullName, request, issues }: IssueListProps) {
  return (
    <ul className={styles.list}>
      {issues.map((issue) => (
        <li className={styles.issue} key={issue.number}>
          <IssueState kind={request.kind} state={issue.state} />
          <div className={styles.text}>
            <span className={styles.title} dir="auto">
              {issue.url ? (
                <a href={issue.url}>{issue.title ?? 'Untitled'}</a>
              ) : (
                (issue.title ?? 'Untitled')
              )}
            </span>{' '}
            {issue.labels.map(({ name, displayName, color }) => (
              <span className={styles.label} key={name}>
                <Chip href={issueListPath(fullName, { ...request, label: name })}>
                  {color && <Dot color={color} />}
                  <bdi> {displayName}</bdi>
                </Chip>
              </span>
            ))}
            <p className={styles.meta}>
              #{issue.number}
              {issue.createdAt && (
                <span>
                  {' '}
                  opened <RelativeTime date={issue.createdAt} />
                </span>
              )}
              <span>
                {' '}
                by <Author fullName={fullName} request={request} author={issue.author} />
              </span>
              {issue.closedAt && (
                <span>
                  {' · '}
                  {issue.state} <RelativeTime date={issue.closedAt} />
                </span>
              )}
            </p>
          </div>
          {issue.comments !== null && issue.comments > 0 && (
            <span className={styles.comments}>
              <Icon shape={CommentIcon} /> <Count value={issue.comments} />
              <span className="visually-hidden"> comments</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

type AuthorProps = { fullName: string; request: IssueListRequest; author: IssueOrPull['author'] }

function Author({ fullName, request, author }: AuthorProps) {
  if (author === null) return <span>ghost (deleted account)</span>
  return (
    <>
      <Link href={issueListPath(fullName, { ...request, author: author.login })}>
        {author.login}
      </Link>
      {author.isBot && <Chip>bot</Chip>}
    </>
  )
}

const icons = {
  issue: {
    open: IssueOpenedIcon,
    draft: IssueOpenedIcon,
    closed: IssueClosedIcon,
    merged: IssueClosedIcon,
    'not planned': SkipIcon,
  },
  pull: {
    open: GitPullRequestIcon,
    draft: GitPullRequestDraftIcon,
    closed: GitPullRequestClosedIcon,
    merged: GitMergeIcon,
    'not planned': GitPullRequestClosedIcon,
  },
} as const satisfies Record<IssueListRequest['kind'], Record<IssueOrPull['state'], string>>

const tones = {
  open: styles.open,
  draft: styles.quiet,
  closed: styles.closed,
  merged: styles.merged,
  'not planned': styles.quiet,
}

function IssueState({
  kind,
  state,
}: {
  kind: IssueListRequest['kind']
  state: IssueOrPull['state']
}) {
  const isClosedUnmerged = kind === 'pull' && state === 'closed'
  return (
    <span className={isClosedUnmerged ? styles.closedUnmerged : tones[state]}>
      <Icon shape={icons[kind][state]} />
      <span className="visually-hidden">{state}:</span>
    </span>
  )
}

/** A label's color as a dot beside its name: any color may be chosen, so the name stays readable. */
function Dot({ color }: { color: string }) {
  return (
    <svg className={styles.dot} width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
      <circle cx="4" cy="4" r="4" fill={`#${color}`} />
    </svg>
  )
}
