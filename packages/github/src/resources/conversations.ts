import { z } from 'zod'
import type { PageNumbers } from '../http/link-header.ts'
import { combineFreshness } from './combine-freshness.ts'
import { flag, text, webUrl } from './fields.ts'
import type { Read, Snapshot } from './read.ts'

/** Somebody at GitHub; null for an account that was deleted. */
export type Account = z.output<typeof account>

/** An issue or a pull request, as far as its answers are concerned. */
export type Conversation = z.output<typeof conversation>

/** A comment on an issue or a pull request. */
export type IssueComment = z.output<typeof issueComment>

/** The newest issues and pull requests of a repository, and what has been said in them. */
export type Conversations = {
  /** The newest first. */
  items: Conversation[]
  comments: IssueComment[]
  /** ISO 8601 times since which every comment of a kind is among the answers; null when all are. */
  commentsSince: Record<Conversation['kind'], string | null>
}

const PER_PAGE = 100
// Two more of five: one for what was opened, one for remarks on the code.
const MAX_COMMENT_PAGES = 3

const timestamp = z.iso.datetime()

const account = z
  .object({ login: z.string(), type: text })
  .nullish()
  .transform((user) => (user ? { login: user.login, isHuman: user.type === 'User' } : null))

const conversation = z
  .object({
    number: z.int().positive(),
    html_url: webUrl,
    user: account,
    draft: flag,
    created_at: timestamp,
    closed_at: timestamp.nullish(),
    pull_request: z.object({ merged_at: timestamp.nullish() }).nullish(),
  })
  .transform((body) => ({
    number: body.number,
    url: body.html_url,
    kind: body.pull_request ? ('pull' as const) : ('issue' as const),
    author: body.user,
    draft: body.draft,
    openedAt: body.created_at,
    closedAt: body.closed_at ?? null,
    mergedAt: body.pull_request?.merged_at ?? null,
  }))

// Of the address that a comment belongs to, the number at the end.
const issueNumberFromUrl = z
  .string()
  .regex(/\/\d{1,15}$/)
  .transform((url) => Number(url.slice(url.lastIndexOf('/') + 1)))

const issueComment = z
  .object({
    issue_url: issueNumberFromUrl.optional(),
    pull_request_url: issueNumberFromUrl.optional(),
    user: account,
    created_at: timestamp,
  })
  .transform((body) => ({
    number: body.issue_url ?? body.pull_request_url ?? 0,
    by: body.user,
    at: body.created_at,
  }))

/**
 * The hundred newest issues and pull requests together, and what has been said in them as far back
 * as GitHub's lists of comments go in five reads.
 */
export async function listConversations(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<Conversations>> {
  const newestFirst = { owner, repo, sort: 'created', direction: 'desc', per_page: PER_PAGE }
  const commentsOn = (route: `GET /${string}`, page: number) =>
    read({
      route,
      params: { ...newestFirst, page },
      schema: z.array(issueComment),
      isOptional: true,
    })
  const [opened, remarks, firstTalk] = await Promise.all([
    read({
      route: 'GET /repos/{owner}/{repo}/issues',
      params: { ...newestFirst, state: 'all' },
      schema: z.array(conversation),
      isOptional: true,
    }),
    commentsOn('GET /repos/{owner}/{repo}/pulls/comments', 1),
    commentsOn('GET /repos/{owner}/{repo}/issues/comments', 1),
  ])

  const talk = [firstTalk]
  const oldest = opened.snapshot.data.at(-1)?.openedAt ?? ''
  let since = oldestCommentAt(firstTalk)
  while (since !== null && since > oldest && talk.length < MAX_COMMENT_PAGES) {
    const next = await commentsOn('GET /repos/{owner}/{repo}/issues/comments', talk.length + 1)
    talk.push(next)
    since = oldestCommentAt(next)
  }

  const lists = [remarks, ...talk].map(({ snapshot }) => snapshot)
  return {
    ...combineFreshness([opened.snapshot, ...lists]),
    data: {
      items: opened.snapshot.data,
      comments: lists.flatMap(({ data }) => data),
      commentsSince: { issue: since, pull: latest(since, oldestCommentAt(remarks)) },
    },
  }
}

/** When the oldest comment of a list was made; null when there is no older one. */
function oldestCommentAt({
  snapshot,
  pages,
}: {
  snapshot: Snapshot<IssueComment[]>
  pages: PageNumbers
}): string | null {
  return pages.next === undefined ? null : (snapshot.data.at(-1)?.at ?? null)
}

function latest(one: string | null, other: string | null): string | null {
  return (
    [one, other]
      .flatMap((time) => time ?? [])
      .toSorted()
      .at(-1) ?? null
  )
}
