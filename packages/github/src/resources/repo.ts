import { z } from 'zod'
import { GitHubError } from '../http/github-error.ts'
import { hasNextPage } from '../http/link-header.ts'
import {
  count,
  emojiText,
  flag,
  fullName,
  list,
  orNull,
  text,
  timestamp,
  webUrl,
} from './fields.ts'
import type { Read, Snapshot } from './read.ts'

/** A repository in a list. Null means unknown, or none where GitHub documents it. */
export type RepoSummary = z.output<typeof repoSummary>

/** A repository with the details that lists omit. */
export type Repo = z.output<typeof repoSchema>

export const repoSummary = z
  .object({
    full_name: fullName,
    description: emojiText,
    language: text,
    stargazers_count: count,
    forks_count: count,
    pushed_at: timestamp,
    archived: flag,
    fork: flag,
  })
  .transform((body) => ({
    fullName: body.full_name,
    description: body.description,
    language: body.language,
    stars: body.stargazers_count,
    forks: body.forks_count,
    pushedAt: body.pushed_at,
    archived: body.archived,
    fork: body.fork,
  }))

/** A license. A standard one has an SPDX identifier; without a name, the license is unknown. */
type License = { name: string | null; spdxId: string | null }

const UNKNOWN_LICENSE: License = { name: null, spdxId: null }

// GitHub sends null for a repository without a license; an absent or unreadable value is unknown.
const license = z
  .object({ key: text, name: text, spdx_id: text })
  .transform(
    ({ key, name, spdx_id }): License => ({
      name: name ?? key,
      // NOASSERTION: GitHub found a license file but does not recognize it.
      spdxId: spdx_id === 'NOASSERTION' ? null : spdx_id,
    }),
  )
  .nullable()
  .catch(UNKNOWN_LICENSE)

const repoSchema = z
  .object({
    id: count,
    full_name: fullName,
    description: emojiText,
    html_url: webUrl,
    homepage: webUrl,
    topics: orNull(list(text)),
    default_branch: text,
    license,
    stargazers_count: count,
    forks_count: count,
    // GitHub's `watchers_count` counts stars.
    subscribers_count: count,
    // Issues and pull requests together.
    open_issues_count: count,
    has_issues: orNull(z.boolean()),
    created_at: timestamp,
    pushed_at: timestamp,
    archived: flag,
    fork: flag,
    is_template: flag,
    mirror_url: text,
    parent: orNull(z.object({ full_name: fullName })),
    private: flag,
    visibility: text,
  })
  .transform((body) => ({
    /** Stable across renames. */
    id: body.id,
    fullName: body.full_name,
    description: body.description,
    url: body.html_url,
    homepage: body.homepage,
    topics: (body.topics?.items ?? []).flatMap((topic) => topic ?? []),
    defaultBranch: body.default_branch,
    license: body.license,
    stars: body.stargazers_count,
    forks: body.forks_count,
    watchers: body.subscribers_count,
    openIssuesAndPulls: body.open_issues_count,
    issuesDisabled: body.has_issues === false,
    createdAt: body.created_at,
    pushedAt: body.pushed_at,
    archived: body.archived,
    isTemplate: body.is_template,
    mirrorOf: body.mirror_url,
    isFork: body.fork || body.parent !== null,
    forkOf: body.parent?.full_name ?? null,
    ...toVisibility(body),
  }))

type Visibility = {
  /** Absent for a public repository. */
  visibility?: 'private' | 'internal'
}

/** Maps the visibility; older Enterprise Servers omit it. */
export function toVisibility(body: { private: boolean; visibility: string | null }): Visibility {
  if (!body.private) return {}
  return { visibility: body.visibility === 'internal' ? 'internal' : 'private' }
}

/**
 * Gets a repository.
 * @throws GitHubError of kind `renamed` if the repository has another name now.
 */
export async function getRepo(read: Read, owner: string, name: string): Promise<Snapshot<Repo>> {
  const route = 'GET /repos/{owner}/{repo}'
  const { snapshot } = await read({
    route,
    params: { owner, repo: name },
    schema: repoSchema,
    isEssential: true,
  })
  // GitHub redirects an old name to the repository's ID; only the body has the new name.
  const { fullName } = snapshot.data
  if (fullName.toLowerCase() !== `${owner}/${name}`.toLowerCase()) {
    throw new GitHubError('renamed', {
      status: 301,
      path: `/repos/${owner}/${name}`,
      fullName,
    })
  }
  return snapshot
}

const length = z.array(z.unknown()).transform((items) => items.length)

/**
 * Counts the open pull requests, which `openIssuesAndPulls` includes; null if there are several and
 * GitHub does not return the number of pages.
 */
export async function countOpenPulls(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<number | null>> {
  const { snapshot, pages } = await read({
    route: 'GET /repos/{owner}/{repo}/pulls',
    // With one item per page, the number of the last page is the count.
    params: { owner, repo, state: 'open', per_page: 1 },
    schema: length,
    isOptional: true,
  })
  return { ...snapshot, data: pages.last ?? (hasNextPage(pages) ? null : snapshot.data) }
}
