import { z } from 'zod'
import type { PageNumbers } from '../http/link-header.ts'
import { combineFreshness } from './combine-freshness.ts'
import { flag, text, webUrl } from './fields.ts'
import type { Read, Snapshot } from './read.ts'

/** A GitHub account; null if it was deleted. */
export type Account = z.output<typeof account>

/** An issue or a pull request with the times that responsiveness metrics need. */
export type Conversation = z.output<typeof conversation>

/** A comment on an issue or a pull request. */
export type IssueComment = z.output<typeof issueComment>

/** The newest issues and pull requests of a repository, with their comments. */
export type Conversations = {
  /** Newest first. */
  items: Conversation[]
  comments: IssueComment[]
  /** ISO 8601 time since which `comments` is complete for a kind; null if it is complete. */
  commentsSince: Record<Conversation['kind'], string | null>
}

const PER_PAGE = 100
// Of five requests, one reads the items and one the review comments.
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

// The issue number from the comment's `issue_url` or `pull_request_url`.
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
 * Lists the 100 newest issues and pull requests, with the comments on them as far back as five
 * requests reach.
 */
export async function listConversations(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<Conversations>> {
  const newestFirst = { owner, repo, sort: 'created', direction: 'desc', per_page: PER_PAGE }
  const readComments = (route: `GET /${string}`, page: number) =>
    read({
      route,
      params: { ...newestFirst, page },
      schema: z.array(issueComment),
      isOptional: true,
    })
  const [items, reviewComments, firstPage] = await Promise.all([
    read({
      route: 'GET /repos/{owner}/{repo}/issues',
      params: { ...newestFirst, state: 'all' },
      schema: z.array(conversation),
      isOptional: true,
    }),
    readComments('GET /repos/{owner}/{repo}/pulls/comments', 1),
    readComments('GET /repos/{owner}/{repo}/issues/comments', 1),
  ])

  const commentPages = [firstPage]
  const oldest = items.snapshot.data.at(-1)?.openedAt ?? ''
  let since = oldestCommentAt(firstPage)
  while (since !== null && since > oldest && commentPages.length < MAX_COMMENT_PAGES) {
    const next = await readComments(
      'GET /repos/{owner}/{repo}/issues/comments',
      commentPages.length + 1,
    )
    commentPages.push(next)
    since = oldestCommentAt(next)
  }

  const commentLists = [reviewComments, ...commentPages].map(({ snapshot }) => snapshot)
  return {
    ...combineFreshness([items.snapshot, ...commentLists]),
    data: {
      items: items.snapshot.data,
      comments: commentLists.flatMap(({ data }) => data),
      commentsSince: { issue: since, pull: latest(since, oldestCommentAt(reviewComments)) },
    },
  }
}

/** Returns the time of the oldest comment on a page; null if there is no older page. */
function oldestCommentAt({
  snapshot,
  pages,
}: {
  snapshot: Snapshot<IssueComment[]>
  pages: PageNumbers
}): string | null {
  return pages.next === undefined ? null : (snapshot.data.at(-1)?.at ?? null)
}

function latest(a: string | null, b: string | null): string | null {
  return (
    [a, b]
      .flatMap((time) => time ?? [])
      .toSorted()
      .at(-1) ?? null
  )
}
