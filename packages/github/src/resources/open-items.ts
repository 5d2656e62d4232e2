import { z } from 'zod'
import { hasNextPage } from '../http/link-header.ts'
import { count, issueNumber, list, orNull, pullRequest, text } from './fields.ts'
import { toListSnapshot } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'

/** An open issue or pull request, with what decides whether it awaits its first response. */
export type OpenItem = z.output<typeof openItem>

/** Counts of open items; issues and pull requests are null if GitHub has more than one page. */
export type OpenItems = {
  issues: number | null
  pulls: number | null
  /** Issues without a comment, by neither a bot nor a maintainer. */
  awaitingResponse: number
  /** Whether there may be more issues without a comment. */
  mayAwaitMore: boolean
}

const PER_PAGE = 50

// https://docs.github.com/en/graphql/reference/enums#commentauthorassociation
const MAINTAINERS = ['OWNER', 'MEMBER', 'COLLABORATOR']

const openItem = z
  .object({
    number: issueNumber,
    user: orNull(z.object({ type: text })),
    author_association: text,
    comments: count,
    pull_request: pullRequest,
  })
  .transform((body) => ({
    kind: body.pull_request ? ('pull' as const) : ('issue' as const),
    hasComments: body.comments !== 0,
    isFromUser:
      body.user?.type !== 'Bot' && !MAINTAINERS.includes(body.author_association ?? 'NONE'),
  }))

const schema = list(openItem)

/**
 * Counts the open issues and pull requests, and the issues that await their first response, in one
 * request: GitHub lists items without comments first. Partial if an item could not be read.
 */
export async function countOpenItems(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<OpenItems>> {
  const { snapshot, pages } = await read({
    // Stored by its route: the list of conversations has other fields.
    route: 'GET /repos/{owner}/{repo}/issues{?sort}',
    params: { owner, repo, sort: 'comments', direction: 'asc', state: 'open', per_page: PER_PAGE },
    schema,
    isOptional: true,
  })
  const { data: items, ...freshness } = toListSnapshot(snapshot)
  return { ...freshness, data: countItems(items, hasNextPage(pages)) }
}

function countItems(items: readonly OpenItem[], hasMore: boolean): OpenItems {
  const pulls = items.filter(({ kind }) => kind === 'pull').length
  const awaiting = items.filter(
    ({ kind, hasComments, isFromUser }) => kind === 'issue' && !hasComments && isFromUser,
  )
  return {
    issues: hasMore ? null : items.length - pulls,
    pulls: hasMore ? null : pulls,
    awaitingResponse: awaiting.length,
    mayAwaitMore: hasMore && items.at(-1)?.hasComments === false,
  }
}
