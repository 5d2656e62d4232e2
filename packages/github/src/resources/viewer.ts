import { z } from 'zod'
import { avatar, flag, text } from './fields.ts'
import { type Page, PER_PAGE, toPage } from './pagination.ts'
import type { Read, Snapshot } from './read.ts'
import { repoSummary } from './repo.ts'

/** Who a token belongs to. */
export type Viewer = z.output<typeof viewerShape>

/** A repository in a viewer's own list. */
export type ViewerRepo = z.output<typeof viewerRepo>

/** An order in which a viewer's repositories are listed. */
export type ViewerSort = 'pushed' | 'updated' | 'created' | 'name'

const viewerShape = z
  .object({ login: z.string().min(1), name: text, avatar_url: avatar })
  .transform((body) => ({ login: body.login, name: body.name, avatarUrl: body.avatar_url }))

const visibilityShape = z
  .object({
    private: flag,
    visibility: z.enum(['public', 'private', 'internal']).nullish().catch(null),
  })
  // Older Enterprise Servers leave the visibility out.
  .transform((body) => ({
    visibility: body.visibility ?? (body.private ? ('private' as const) : ('public' as const)),
  }))

const viewerRepo = z.intersection(repoSummary, visibilityShape)

/**
 * Who the viewer's token belongs to. GitHub is asked every time, so that a token that was revoked is
 * known at once; for an unchanged answer that costs none of the quota.
 * @throws GitHubError of kind `unauthorized` when the token is bad, expired or revoked, or not a viewer's.
 */
export async function getViewer(read: Read): Promise<Snapshot<Viewer>> {
  const { snapshot } = await read({
    route: 'GET /user',
    params: {},
    schema: viewerShape,
    requiresUserToken: true,
    ttl: { maxAge: 0, staleWhileRevalidate: 0 },
  })
  return snapshot
}

/** One page of what the viewer owns, works on with others or sees as a member; private ones too. */
export async function listViewerRepos(
  read: Read,
  { sort, page }: { sort: ViewerSort; page: number },
): Promise<Snapshot<Page<ViewerRepo>>> {
  const { snapshot, pages } = await read({
    route: 'GET /user/repos',
    params: {
      ...(sort === 'name' ? { sort: 'full_name', direction: 'asc' } : { sort }),
      page,
      per_page: PER_PAGE,
    },
    schema: z.array(viewerRepo),
    requiresUserToken: true,
  })
  return { ...snapshot, data: toPage(snapshot.data, page, pages) }
}
