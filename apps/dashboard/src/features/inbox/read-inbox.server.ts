import type { ParsedUrlQuery } from 'node:querystring'
import {
  type GitHub,
  GitHubError,
  type IssueSearchResults,
  type Panel,
  type Snapshot,
  type ToPanel,
} from '@repo/github'
import { MAX_OWN_SECTIONS } from '#components/inbox/section-names.ts'
import { readEnv } from '#server/process/env.ts'
import type { FailedQuery, Inbox, InboxItems, InboxSectionResult } from './inbox.ts'
import {
  createSections,
  findQueryProblem,
  type InboxSection,
  type QueryProblem,
  searchUrl,
  withBots,
} from './inbox-queries.ts'
import type { InboxRequest } from './inbox-request.ts'
import { parseInboxRequest } from './parse-inbox-request.server.ts'

// Twice as many as are shown beside other sections, because the browser hides some.
const MAX_BESIDE_OTHERS = 20

type ReadTools = { github: GitHub; panel: ToPanel }

/**
 * Reads the inbox that a URL selects: one search for each section, so at most five and three of the
 * viewer's own. GitHub allows 30 searches a minute. A wrong owner or query is a problem of its field.
 */
export async function readInbox(
  tools: ReadTools,
  query: ParsedUrlQuery,
  today: Date,
): Promise<Inbox> {
  const { request, isOwnerValid } = parseInboxRequest(query)
  if (!isOwnerValid)
    return { request, sections: [], ownerProblem: 'invalid', edited: null, otherProblems: [] }

  const checked = request.queries.map((text, index) => ({
    query: text,
    problem: index < MAX_OWN_SECTIONS ? findQueryProblem(text) : ('too-many' as const),
  }))
  const shown = withoutQueries(request, checked.filter(hasProblem))
  const results = await Promise.all(
    createSections(shown, today).map((section) => readSection(tools, section, shown)),
  )

  const problems = [...checked, ...results].filter(hasProblem)
  const unknownOwner = results.some((result) => isUnsearchable(result) && request.owner)
  return {
    request: withoutQueries(request, problems),
    sections: results.filter(
      (result): result is InboxSectionResult =>
        !hasProblem(result) && !(unknownOwner && isUnsearchable(result)),
    ),
    ownerProblem: unknownOwner ? 'unknown' : null,
    edited: problems[0] ?? (request.edited ? { query: request.edited, problem: null } : null),
    otherProblems: problems.slice(1),
  }
}

function hasProblem(result: object): result is FailedQuery {
  return 'problem' in result && result.problem !== null
}

function isUnsearchable(result: InboxSectionResult | FailedQuery): boolean {
  return 'items' in result && result.items.state === 'unsearchable'
}

function withoutQueries(request: InboxRequest, failed: readonly FailedQuery[]): InboxRequest {
  const queries = request.queries.filter((text) => !failed.some(({ query }) => query === text))
  const { section, ...rest } = request
  const isShown = section && !(section === 'query' && queries.length === 0)
  return { ...rest, queries, ...(isShown && { section }) }
}

async function readSection(
  { github, panel }: ReadTools,
  section: InboxSection,
  { section: shown, page, hasBots }: InboxRequest,
): Promise<InboxSectionResult | FailedQuery> {
  const isOwn = section.id === 'query'
  const read = searchIssues(github, section.query, shown ? page : 1)
  const problem = isOwn ? await findRejection(read) : null
  if (problem) return { query: section.title, problem }
  const items: Panel<InboxItems> = await panel(read, (found) => {
    const listed = isOwn || hasBots ? { ...found, bots: 0 } : withoutBots(found)
    return shown ? listed : { ...listed, items: listed.items.slice(0, MAX_BESIDE_OTHERS) }
  })
  return { ...section, href: searchUrl(readEnv().githubUrl, section.query), items }
}

/** Searches again without the exclusion of bots if GitHub rejects it: a server may not have the apps. */
async function searchIssues(
  github: GitHub,
  q: string,
  page: number,
): Promise<Snapshot<IssueSearchResults>> {
  try {
    return await github.searchIssues({ q, page })
  } catch (error) {
    const plain = withBots(q)
    if (plain === q || !isOfKind(error, 'invalid-request')) throw error
    return github.searchIssues({ q: plain, page })
  }
}

/** Leaves out the items of all other bots, and counts them. */
function withoutBots(found: IssueSearchResults): InboxItems {
  const items = found.items.filter(({ author }) => !author?.isBot)
  return { ...found, items, bots: found.items.length - items.length }
}

async function findRejection(read: Promise<unknown>): Promise<QueryProblem | null> {
  try {
    await read
    return null
  } catch (error) {
    if (isOfKind(error, 'unsearchable')) return 'unknown-name'
    return isOfKind(error, 'invalid-request') ? 'rejected' : null
  }
}

function isOfKind(error: unknown, kind: GitHubError['kind']): boolean {
  return error instanceof GitHubError && error.kind === kind
}
