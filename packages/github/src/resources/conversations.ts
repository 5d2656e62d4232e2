import { z } from 'zod'
import { derive } from '../cache/derive.ts'
import { hasNextPage, type PageLinks } from '../http/link-header.ts'
import { combineFreshness } from './combine-freshness.ts'
import {
  flag,
  issueNumber,
  list,
  orNull,
  pullRequest,
  requiredText,
  text,
  timestamp,
  webUrl,
} from './fields.ts'
import { nextPosition, type Position, toListSnapshot } from './pagination.ts'
import { NotStoredError, type Read, type Snapshot } from './read.ts'

/** An issue or a pull request with the times that responsiveness metrics need. */
export type Conversation = z.output<typeof conversation>

/** A comment on an issue or a pull request. */
type IssueComment = z.output<typeof issueComment>

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

// Organizations and imported accounts (mannequins) comment as people do.
const account = orNull(
  z
    .object({ login: requiredText, type: text })
    .transform(({ login, type }) => ({ login, isHuman: type !== 'Bot' })),
)

// Without it, an item or a comment does not count.
const requiredTimestamp = timestamp.pipe(z.string())

const conversation = z
  .object({
    number: issueNumber,
    html_url: webUrl,
    user: account,
    draft: flag,
    created_at: requiredTimestamp,
    closed_at: timestamp,
    pull_request: pullRequest,
  })
  .transform((body) => ({
    number: body.number,
    url: body.html_url,
    kind: body.pull_request ? ('pull' as const) : ('issue' as const),
    author: body.user,
    draft: body.draft,
    openedAt: body.created_at,
    closedAt: body.closed_at,
    mergedAt: body.pull_request?.merged_at ?? null,
  }))

// The issue number from the comment's `issue_url` or `pull_request_url`.
const issueNumberFromUrl = orNull(
  z
    .string()
    .regex(/\/\d{1,15}$/)
    .transform((url) => Number(url.slice(url.lastIndexOf('/') + 1))),
)

const issueComment = z
  .object({
    issue_url: issueNumberFromUrl,
    pull_request_url: issueNumberFromUrl,
    user: account,
    created_at: requiredTimestamp,
  })
  .refine((body) => (body.issue_url ?? body.pull_request_url) !== null)
  .transform((body) => ({
    number: body.issue_url ?? body.pull_request_url ?? 0,
    by: body.user,
    at: body.created_at,
  }))

// Creating a schema takes longer than reading from memory.
const conversations = list(conversation)
const issueComments = list(issueComment)

type CommentPage = { snapshot: Snapshot<IssueComment[]>; pages: PageLinks }

/**
 * Lists the 100 newest issues and pull requests, with the comments on them as far back as five
 * requests reach. Partial if some could not be read.
 */
export async function listConversations(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<Conversations>> {
  const newestFirst = { owner, repo, sort: 'created', direction: 'desc', per_page: PER_PAGE }
  async function readComments(route: `GET /${string}`, position: Position): Promise<CommentPage> {
    const params = { ...newestFirst, ...position }
    const { snapshot, pages } = await read({
      route,
      params,
      schema: issueComments,
      isOptional: true,
    })
    return { snapshot: toListSnapshot(snapshot), pages }
  }
  const [newest, reviewComments, firstPage] = await Promise.all([
    read({
      route: 'GET /repos/{owner}/{repo}/issues',
      params: { ...newestFirst, state: 'all' },
      schema: conversations,
      isOptional: true,
    }),
    readComments('GET /repos/{owner}/{repo}/pulls/comments', { page: 1 }),
    readComments('GET /repos/{owner}/{repo}/issues/comments', { page: 1 }),
  ])

  const items = toListSnapshot(newest.snapshot)
  const commentPages = [firstPage]
  const oldest = items.data.at(-1)?.openedAt ?? ''
  let since = oldestCommentAt(firstPage)
  let position = nextPosition(firstPage.pages, 2)
  while (
    position !== undefined &&
    since !== null &&
    since > oldest &&
    commentPages.length < MAX_COMMENT_PAGES
  ) {
    const next = await readComments('GET /repos/{owner}/{repo}/issues/comments', position)
    commentPages.push(next)
    since = oldestCommentAt(next)
    position = nextPosition(next.pages, commentPages.length + 1)
  }

  const commentLists = [reviewComments, ...commentPages].map(({ snapshot }) => snapshot)
  return {
    ...combineFreshness([items, ...commentLists]),
    data: derive(
      items.data,
      joinConversations,
      since,
      latest(since, oldestCommentAt(reviewComments)),
      ...commentLists.map(({ data }) => data),
    ),
  }
}

/**
 * Returns what `listConversations` has stored, without a request to GitHub and up to a day old; null
 * if something of it is not stored.
 */
export async function findStoredConversations(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<Conversations> | null> {
  try {
    return await listConversations((query) => read({ ...query, isStoredOnly: true }), owner, repo)
  } catch (error) {
    if (error instanceof NotStoredError) return null
    throw error
  }
}

function joinConversations(
  items: Conversation[],
  issuesSince: string | null,
  pullsSince: string | null,
  ...comments: IssueComment[][]
): Conversations {
  return {
    items,
    comments: comments.flat(),
    commentsSince: { issue: issuesSince, pull: pullsSince },
  }
}

/** Returns the time of the oldest comment on a page; null if there is no older page. */
function oldestCommentAt({ snapshot, pages }: CommentPage): string | null {
  return hasNextPage(pages) ? (snapshot.data.at(-1)?.at ?? null) : null
}

function latest(a: string | null, b: string | null): string | null {
  return (
    [a, b]
      .flatMap((time) => time ?? [])
      .toSorted()
      .at(-1) ?? null
  )
}
