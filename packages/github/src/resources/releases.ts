import { z } from 'zod'
import { flag, text, timestamp, webUrl } from './fields.ts'
import { type Page, toPage } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'

/** A release in the list, with its notes as GitHub's HTML, which is not safe to show as it is. */
export type ListedRelease = Omit<z.output<typeof listed>, 'draft'>

/** What the default branch has that a release does not: commits, and the page that lists them. */
export type Unreleased = z.output<typeof comparison>

const PER_PAGE = 20

// More than a page shows of them.
const MAX_NOTES_LENGTH = 20_000

const listed = z
  .object({
    tag_name: z.string(),
    name: text,
    published_at: timestamp,
    html_url: webUrl,
    body_html: text,
    draft: flag,
    prerelease: flag,
    author: z.object({ login: z.string() }).nullish(),
  })
  .transform((body) => ({
    tag: body.tag_name,
    name: body.name,
    publishedAt: body.published_at,
    url: body.html_url,
    notesHtml: body.body_html?.slice(0, MAX_NOTES_LENGTH) ?? null,
    draft: body.draft,
    prerelease: body.prerelease,
    author: body.author?.login ?? null,
  }))

// A draft is for those who write it, and the server's token may see it.
const schema = z
  .array(listed)
  .transform((all) => all.flatMap(({ draft, ...release }) => (draft ? [] : release)))

const comparison = z
  .object({ ahead_by: z.int().nonnegative(), html_url: webUrl })
  .transform((body) => ({ commits: body.ahead_by, url: body.html_url }))

/**
 * One page of the published releases, newest first, pre-releases among them.
 * @param isOptional where a page can do without it.
 */
export async function listReleases(
  read: Read,
  owner: string,
  repo: string,
  { page, isOptional = false }: { page: number; isOptional?: boolean | undefined },
): Promise<Snapshot<Page<ListedRelease>>> {
  const { snapshot, pages } = await read({
    route: 'GET /repos/{owner}/{repo}/releases',
    params: { owner, repo, page, per_page: PER_PAGE },
    format: 'html',
    schema,
    isOptional,
  })
  return { ...snapshot, data: toPage(snapshot.data, page, pages) }
}

/** What has been committed since a release; null where its tag is gone. */
export async function getUnreleasedCommits(
  read: Read,
  owner: string,
  repo: string,
  tag: string,
): Promise<Snapshot<Unreleased | null>> {
  const { snapshot } = await read({
    route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
    // The list of changed files is on the first page alone, and can be megabytes.
    params: { owner, repo, basehead: `${tag}...HEAD`, page: 2, per_page: 1 },
    schema: comparison,
    isOptional: true,
    on404: null,
  })
  return snapshot
}
