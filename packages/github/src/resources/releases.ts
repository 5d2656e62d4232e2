import { z } from 'zod'
import {
  count,
  emojiText,
  flag,
  list,
  orNull,
  requiredText,
  text,
  timestamp,
  webUrl,
} from './fields.ts'
import { type Page, readPage } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'

/** A release in a list. Its notes are GitHub's HTML: sanitize before rendering. */
export type ListedRelease = Omit<z.output<typeof listed>, 'draft'>

/** Number of commits on the default branch since a release, or null, and the comparison on GitHub. */
export type Unreleased = z.output<typeof comparison>

// A release with hundreds of assets takes 300 kB.
const PER_PAGE = 10
const MAX_BODY_BYTES = 20_000_000

// Pages show less.
const MAX_NOTES_LENGTH = 20_000

/** Downloads of all attached files; null if there are no files, or if a count is unknown. */
const downloads = orNull(list(z.object({ download_count: count }))).transform((assets) => {
  if (assets === null || !assets.isComplete || assets.items.length === 0) return null
  return assets.items.reduce<number | null>(
    (sum, { download_count: added }) => (sum === null || added === null ? null : sum + added),
    0,
  )
})

const listed = z
  .object({
    tag_name: requiredText,
    name: emojiText,
    published_at: timestamp,
    html_url: webUrl,
    body_html: text,
    draft: flag,
    prerelease: flag,
    author: orNull(z.object({ login: requiredText })),
    assets: downloads,
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
    downloads: body.assets,
  }))

// Drafts are private, but the server's token may see them.
const schema = list(listed).transform(({ items, isComplete }) => ({
  items: items.flatMap(({ draft, ...release }) => (draft ? [] : release)),
  isComplete,
}))

const comparison = z
  .object({ ahead_by: count, html_url: webUrl })
  .transform((body) => ({ commits: body.ahead_by, url: body.html_url }))

/**
 * Lists one page of published releases, newest first, including pre-releases; partial if some could
 * not be read.
 * @param options.isOptional Whether the page works without them.
 */
export async function listReleases(
  read: Read,
  owner: string,
  repo: string,
  { page, isOptional = false }: { page: number; isOptional?: boolean | undefined },
): Promise<Snapshot<Page<ListedRelease>>> {
  return readPage(
    (position) =>
      read({
        route: 'GET /repos/{owner}/{repo}/releases',
        params: { owner, repo, ...position, per_page: PER_PAGE },
        format: 'html',
        maxBodyBytes: MAX_BODY_BYTES,
        schema,
        isOptional,
      }),
    page,
  )
}

/** Counts the commits since a release; null if its tag is gone. */
export async function getUnreleasedCommits(
  read: Read,
  owner: string,
  repo: string,
  tag: string,
): Promise<Snapshot<Unreleased | null>> {
  const { snapshot } = await read({
    route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
    // Only the first page lists the changed files, which can be megabytes.
    params: { owner, repo, basehead: `${tag}...HEAD`, page: 2, per_page: 1 },
    schema: comparison,
    isOptional: true,
    on404: null,
  })
  return snapshot
}

/** The latest release. */
export type Release = z.output<typeof latest>

const latest = z
  .object({ tag_name: requiredText, name: emojiText, published_at: timestamp, html_url: webUrl })
  .transform((body) => ({
    tag: body.tag_name,
    name: body.name,
    publishedAt: body.published_at,
    url: body.html_url,
  }))

/**
 * Gets the newest stable release, neither draft nor pre-release; null if there is none.
 * @param options.isOptional Whether the page works without it.
 */
export async function getLatestRelease(
  read: Read,
  owner: string,
  repo: string,
  { isOptional = false }: { isOptional?: boolean } = {},
): Promise<Snapshot<Release | null>> {
  const { snapshot } = await read({
    route: 'GET /repos/{owner}/{repo}/releases/latest',
    params: { owner, repo },
    schema: latest,
    isOptional,
    on404: null,
  })
  return snapshot
}
