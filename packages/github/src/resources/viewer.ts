import { z } from 'zod'
import type { CacheTtl } from '../cache/cache.ts'
import { avatar, flag, list, requiredText, text } from './fields.ts'
import { type Page, PER_PAGE, readPage } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'
import { repoSummary, toVisibility } from './repo.ts'

/** The user that a token belongs to. */
export type Viewer = z.output<typeof viewerShape>

/** A repository in a viewer's list. */
export type ViewerRepo = z.output<typeof viewerRepo>

/** A sort order of a viewer's repositories. */
export type ViewerSort = 'pushed' | 'updated' | 'created' | 'name'

export const VIEWER_TTL: Partial<CacheTtl> = { maxAge: 0, staleWhileRevalidate: 0 }

const viewerShape = z
  .object({ login: requiredText, name: text, avatar_url: avatar })
  .transform((body) => ({ login: body.login, name: body.name, avatarUrl: body.avatar_url }))

const visibilityShape = z.object({ private: flag, visibility: text }).transform(toVisibility)

const viewerRepo = z.intersection(repoSummary, visibilityShape)
const viewerRepos = list(viewerRepo)

/**
 * Gets the viewer. Revalidates on every call, so that a revoked token is noticed at once; a 304 does
 * not count against the quota. The snapshot contains what GitHub reports about the token.
 * @throws GitHubError of kind `unauthorized` if the token is invalid, expired, revoked or missing.
 */
export async function getViewer(read: Read): Promise<Snapshot<Viewer>> {
  const { snapshot } = await read({
    route: 'GET /user',
    params: {},
    schema: viewerShape,
    isEssential: true,
    requiresUserToken: true,
    readsToken: true,
    ttl: VIEWER_TTL,
  })
  return snapshot
}

// GitHub's maximum: boards count what their viewer owns.
const MAX_PER_PAGE = 100

/** One page of a viewer's repositories. */
export type ViewerRepoList = {
  sort: ViewerSort
  page: number
  /** Without repositories that belong to others; a page then has up to 100. */
  isOwner?: boolean
}

/** Lists one page of repositories that the viewer owns, collaborates on or can access as a member. */
export async function listViewerRepos(
  read: Read,
  { sort, page, isOwner = false }: ViewerRepoList,
): Promise<Snapshot<Page<ViewerRepo>>> {
  const order = {
    ...(sort === 'name' ? { sort: 'full_name', direction: 'asc' } : { sort }),
    ...(isOwner && { affiliation: 'owner' }),
  }
  return readPage(
    (position) =>
      read({
        route: 'GET /user/repos',
        params: { ...order, ...position, per_page: isOwner ? MAX_PER_PAGE : PER_PAGE },
        schema: viewerRepos,
        isEssential: true,
        requiresUserToken: true,
      }),
    page,
  )
}
