import type { CachePolicy } from '@repo/cache-headers'
import {
  type Client,
  createClient,
  type GitHub,
  GitHubError,
  isOwnerName,
  isRepoName,
} from '@repo/github'
import { freshImage, shortLivedImage } from '#server/cache-policies.ts'
import { IMAGE_DEADLINE_MS } from '#server/deadlines.ts'
import { createEdgeStore } from '#server/edge-store.ts'
import { imageErrors } from '#server/image-errors.ts'
import { readEnv } from '#server/process/env.ts'
import { errorBadge, type RepoName, readBadge } from './read-badge.server.ts'
import { type Badge, renderBadge } from './render-badge.ts'
import { DEFAULT_SUBJECT, parseSubject, type Subject } from './subjects.ts'

const notCached = { scope: 'private' } as const satisfies CachePolicy

let sharedClient: Client | undefined

function getClient(): Client {
  const { githubApiUrl, githubToken } = readEnv()
  sharedClient ??= createClient({
    baseUrl: githubApiUrl,
    token: githubToken,
    stores: { shared: createEdgeStore(), viewer: createEdgeStore(0) },
  })
  return sharedClient
}

/** The route's response and its cache policy. */
export type BadgeResponse = {
  status: number
  headers: Record<string, string>
  body: string | null
  policy: CachePolicy
}

/**
 * Responds to `/api/badge/repos/{owner}/{repo}.svg?show={subject}`, on any runtime. The image
 * itself reports an error, with status 200: in a README, GitHub shows a broken image for any other.
 */
export async function respondWithBadge(
  request: Request,
  { forRequest } = getClient(),
): Promise<BadgeResponse> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, headers: { Allow: 'GET, HEAD' }, body: null, policy: notCached }
  }
  const { pathname, searchParams } = new URL(request.url)
  const [owner = '', file = ''] = pathname.split('/').slice(-2)
  const repo = file.replace(/\.svg$/, '')
  if (repo === file) return { status: 404, headers: {}, body: null, policy: shortLivedImage }

  const subject = parseSubject(searchParams.get('show') ?? DEFAULT_SUBJECT)
  if (subject === undefined) {
    const message = 'show stars, ci, release or license'
    return respondWithImage({ label: 'badge', message, tone: 'neutral' }, shortLivedImage)
  }
  if (!isOwnerName(owner) || !isRepoName(repo)) {
    return respondWithImage(errorBadge(subject, 'not-found'), shortLivedImage)
  }
  const tags: string[] = []
  const onTags = (found: readonly string[]) => void tags.push(...found)
  try {
    const github = forRequest({ deadlineMs: IMAGE_DEADLINE_MS, onTags })
    const { badge, stale } = await readUnderCurrentName(github, { owner, repo }, subject)
    return respondWithImage(badge, { ...(stale ? shortLivedImage : freshImage), tags })
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    const { isCacheable } = imageErrors[error.kind]
    const policy = isCacheable ? { ...shortLivedImage, tags } : notCached
    return respondWithImage(errorBadge(subject, error.kind), policy)
  }
}

// A redirect would need an absolute URL, and cost two requests for each view of a README.
async function readUnderCurrentName(github: GitHub, name: RepoName, subject: Subject) {
  try {
    return await readBadge(github, name, subject)
  } catch (error) {
    if (!(error instanceof GitHubError) || error.fullName === undefined) throw error
    const [owner = '', repo = ''] = error.fullName.split('/')
    return readBadge(github, { owner, repo }, subject)
  }
}

function respondWithImage(badge: Badge, policy: CachePolicy): BadgeResponse {
  const headers = { 'Content-Type': 'image/svg+xml; charset=utf-8' }
  return { status: 200, headers, body: renderBadge(badge), policy }
}
