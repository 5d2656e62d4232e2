import type { Ticket } from '@repo/github'
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
import { Moment } from '@repo/ui/moment'
import Link from 'next/link'
import styles from './ticket-list.module.css'
import { type TicketRequest, ticketPath } from './ticket-request.ts'

type TicketListProps = {
  fullName: string
  request: TicketRequest
  tickets: readonly Ticket[]
}

/** Issues or pull requests; their labels and authors lead to those that share them. */
export function TicketList({ fullName, request, tickets }: TicketListProps) {
  return (
    <ul className={styles.list}>
      {tickets.map((ticket) => (
        <li className={styles.ticket} key={ticket.number}>
          <TicketState kind={request.kind} state={ticket.state} />
          <div className={styles.text}>
            <span className={styles.title} dir="auto">
              {ticket.url ? <a href={ticket.url}>{ticket.title}</a> : ticket.title}
            </span>{' '}
            {ticket.labels.map(({ name, color }) => (
              <span className={styles.label} key={name}>
                <Chip href={ticketPath(fullName, { ...request, label: name })}>
                  {color && <Dot color={color} />} <bdi>{name}</bdi>
                </Chip>
              </span>
            ))}
            <p className={styles.meta}>
              #{ticket.number}
              {ticket.createdAt && (
                <>
                  {' '}
                  opened <Moment date={ticket.createdAt} ago />
                </>
              )}{' '}
              by <Author fullName={fullName} request={request} author={ticket.author} />
              {ticket.closedAt && (
                <>
                  {' · '}
                  {ticket.state} <Moment date={ticket.closedAt} ago />
                </>
              )}
            </p>
          </div>
          {ticket.comments !== null && ticket.comments > 0 && (
            <span className={styles.comments}>
              <Icon of={CommentIcon} /> <Count value={ticket.comments} />
              <span className="visually-hidden"> comments</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

type AuthorProps = { fullName: string; request: TicketRequest; author: Ticket['author'] }

function Author({ fullName, request, author }: AuthorProps) {
  if (author === null) return 'a deleted account'
  return (
    <>
      <Link href={ticketPath(fullName, { ...request, author: author.login })}>{author.login}</Link>
      {author.bot && <Chip>bot</Chip>}
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
} as const satisfies Record<TicketRequest['kind'], Record<Ticket['state'], string>>

const tones = {
  open: styles.open,
  draft: styles.quiet,
  closed: styles.closed,
  merged: styles.merged,
  'not planned': styles.quiet,
}

function TicketState({ kind, state }: { kind: TicketRequest['kind']; state: Ticket['state'] }) {
  const isTurnedDown = kind === 'pull' && state === 'closed'
  return (
    <span className={isTurnedDown ? styles.turnedDown : tones[state]}>
      <Icon of={icons[kind][state]} />
      <span className="visually-hidden">{state}:</span>
    </span>
  )
}

/** A label's colour, which anybody may choose: beside the words, so that they can be read. */
function Dot({ color }: { color: string }) {
  return (
    <svg className={styles.dot} width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
      <circle cx="4" cy="4" r="4" fill={`#${color}`} />
    </svg>
  )
}
