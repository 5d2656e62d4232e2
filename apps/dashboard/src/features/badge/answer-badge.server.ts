import type { CachePolicy } from '@repo/cache-headers'
import {
  type Client,
  createClient,
  type GitHub,
  GitHubError,
  isOwnerName,
  isRepoName,
} from '@repo/github'
import { BADGE_DEADLINE_MS } from '#server/deadlines.ts'
import { readEnv } from '#server/env.ts'
import { type Badge, badgeSvg } from './badge-svg.ts'
import { failedBadge, type RepoName, readBadge } from './read-badge.server.ts'
import { createSmallStore } from './small-store.server.ts'
import { defaultSubject, parseSubject, type Subject } from './subjects.ts'

const kept = {
  scope: 'public',
  sMaxAge: 300,
  staleWhileRevalidate: 3600,
} as const satisfies CachePolicy
const keptBriefly = {
  scope: 'public',
  sMaxAge: 30,
  staleWhileRevalidate: 0,
} as const satisfies CachePolicy
const keptByNobody = { scope: 'private' } as const satisfies CachePolicy

// What GitHub has answered; anything else may be another a moment later.
const answered = ['not-found', 'gone', 'blocked', 'forbidden', 'needs-token']

let ours: Client | undefined

function client(): Client {
  const { githubApiUrl, githubToken } = readEnv()
  ours ??= createClient({
    baseUrl: githubApiUrl,
    token: githubToken,
    stores: { shared: createSmallStore(), viewer: createSmallStore(0) },
  })
  return ours
}

/** What the route answers, and who may keep it. */
export type BadgeAnswer = {
  status: number
  headers: Record<string, string>
  body: string | null
  policy: CachePolicy
}

/**
 * Answers `/api/badge/repos/{owner}/{repo}.svg?show={subject}`, on any runtime.
 *
 * What went wrong is said by the picture, with status 200: GitHub shows a broken picture in a README
 * for any other status.
 */
export async function answerBadge(
  request: Request,
  { forRequest } = client(),
): Promise<BadgeAnswer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, headers: { Allow: 'GET, HEAD' }, body: null, policy: keptByNobody }
  }
  const { pathname, searchParams } = new URL(request.url)
  const [owner = '', file = ''] = pathname.split('/').slice(-2)
  const repo = file.replace(/\.svg$/, '')
  if (repo === file) return { status: 404, headers: {}, body: null, policy: keptBriefly }

  const subject = parseSubject(searchParams.get('show') ?? defaultSubject)
  if (subject === undefined) {
    const message = 'show stars, ci, release or license'
    return picture({ label: 'badge', message, tone: 'neutral' }, keptBriefly)
  }
  if (!isOwnerName(owner) || !isRepoName(repo)) {
    return picture(failedBadge(subject, 'not-found'), keptBriefly)
  }
  try {
    const github = forRequest({ deadlineMs: BADGE_DEADLINE_MS })
    const { badge, stale } = await readUnderNewestName(github, { owner, repo }, subject)
    return picture(badge, stale ? keptBriefly : kept)
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    const policy = answered.includes(error.kind) ? keptBriefly : keptByNobody
    return picture(failedBadge(subject, error.kind), policy)
  }
}

// A redirect would need an absolute address, and cost each README two requests for ever.
async function readUnderNewestName(github: GitHub, name: RepoName, subject: Subject) {
  try {
    return await readBadge(github, name, subject)
  } catch (error) {
    if (!(error instanceof GitHubError) || error.fullName === undefined) throw error
    const [owner = '', repo = ''] = error.fullName.split('/')
    return readBadge(github, { owner, repo }, subject)
  }
}

function picture(badge: Badge, policy: CachePolicy): BadgeAnswer {
  const headers = { 'Content-Type': 'image/svg+xml; charset=utf-8' }
  return { status: 200, headers, body: badgeSvg(badge), policy }
}
