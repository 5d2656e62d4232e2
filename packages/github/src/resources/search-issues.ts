import { z } from 'zod'
import {
  count,
  emojiText,
  flag,
  issueNumber,
  orNull,
  pullRequest,
  requiredText,
  text,
  timestamp,
  webUrl,
} from './fields.ts'
import { labels } from './labels.ts'
import { isFullName } from './names.ts'
import { PER_PAGE, type SearchPage, searchResponse, toSearchPage } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'

/** An issue or a pull request in search results. */
export type FoundIssue = z.output<typeof found>

/** One page of a search for issues and pull requests. */
export type IssueSearchResults = SearchPage<FoundIssue>

const found = z
  .object({
    id: z.int().positive(),
    title: emojiText,
    number: issueNumber,
    // The only field that names the repository.
    repository_url: z
      .string()
      .transform((url) => url.split('/').slice(-2).join('/'))
      .refine(isFullName),
    html_url: webUrl,
    user: orNull(z.object({ login: requiredText, type: text })),
    labels,
    comments: count,
    created_at: timestamp,
    updated_at: timestamp,
    draft: flag,
    pull_request: pullRequest,
  })
  .transform((body) => ({
    /** Of the issue or pull request on all of GitHub; it stays when the repository is renamed. */
    id: body.id,
    title: body.title,
    repo: body.repository_url,
    number: body.number,
    kind: body.pull_request ? ('pull' as const) : ('issue' as const),
    /** Null if the account was deleted. */
    author: body.user ? { login: body.user.login, isBot: body.user.type === 'Bot' } : null,
    labels: body.labels,
    comments: body.comments,
    createdAt: body.created_at,
    updatedAt: body.updated_at,
    draft: body.draft,
    url: body.html_url,
  }))

const schema = searchResponse(found)

/**
 * Searches issues and pull requests in GitHub's search syntax; partial if the search timed out.
 * Requires a viewer's token: results do not state whether they are private, so the server's
 * token must not be used for a public page.
 */
export async function searchIssues(
  read: Read,
  { q, page }: { q: string; page: number },
): Promise<Snapshot<IssueSearchResults>> {
  const { snapshot } = await read({
    // In `params` alone, Octokit does not encode a plus sign, which GitHub reads as a space.
    route: 'GET /search/issues{?q}',
    params: { q, page, per_page: PER_PAGE },
    isEssential: true,
    schema,
    requiresUserToken: true,
  })
  return toSearchPage(snapshot, page)
}
