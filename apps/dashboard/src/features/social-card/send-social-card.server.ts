import { setTimeout } from 'node:timers/promises'
import { type CachePolicy, setCacheHeaders } from '@repo/cache-headers'
import { GitHubError, isOwnerName, isRepoName } from '@repo/github'
import type { NextApiRequest, NextApiResponse } from 'next'
import { socialCardPath } from '#components/repo/social-card.ts'
import { SITE_CARD_PATH } from '#components/shell/page-head.tsx'
import { freshImage, shortLivedImage } from '#server/cache-policies.ts'
import { confirmRename } from '#server/confirm-rename.ts'
import { MAX_SOCIAL_CARD_MS } from '#server/deadlines.ts'
import { imageErrors } from '#server/image-errors.ts'
import type { ReadScope } from '#server/read-scope.ts'
import { sendNotFound } from '#server/serve-api.ts'
import { errorCard, readSocialCard, type SocialCard } from './read-social-card.server.ts'
import { renderSocialCard } from './render-social-card.server.tsx'

const notCached = { scope: 'private' } as const satisfies CachePolicy

/**
 * Sends `/api/social-card/repos/{owner}/{repo}.png`. As with badges, the image itself reports an
 * error, with status 200. Without an image in time it redirects to the card of the site.
 */
export async function sendSocialCard(
  { query }: NextApiRequest,
  res: NextApiResponse,
  scope: ReadScope,
): Promise<void> {
  const startedAt = performance.now()
  const owner = String(query.owner)
  const file = String(query.card)
  const repo = file.replace(/\.png$/, '')
  if (repo === file) return sendNotFound(res)

  const response = await respondWithCard(scope, owner, repo)
  if ('location' in response) return redirect(res, response.location)
  const { card, policy } = response
  const image = await withTimeout(
    renderSocialCard(card),
    MAX_SOCIAL_CARD_MS - (performance.now() - startedAt),
  )
  if (image === undefined) return redirect(res, SITE_CARD_PATH)
  setCacheHeaders(res, policy)
  res.setHeader('Content-Type', 'image/png')
  res.send(image)
}

type CardResponse = { card: SocialCard; policy: CachePolicy } | { location: string }

async function respondWithCard(
  { readGitHub, panel, isDegraded }: ReadScope,
  owner: string,
  repo: string,
): Promise<CardResponse> {
  if (!isOwnerName(owner) || !isRepoName(repo)) {
    return { card: errorCard('not-found', owner, repo), policy: shortLivedImage }
  }
  try {
    const card = await confirmRename(readGitHub, (github) =>
      readSocialCard({ github, panel }, owner, repo),
    )
    return { card, policy: isDegraded() ? shortLivedImage : freshImage }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    if (error.kind === 'renamed' && error.fullName !== undefined) {
      return { location: socialCardPath(error.fullName) }
    }
    // To render costs more than a client without budget should cause.
    if (error.kind === 'too-many-requests') return { location: SITE_CARD_PATH }
    const policy = imageErrors[error.kind].isCacheable ? shortLivedImage : notCached
    return { card: errorCard(error.kind, owner, repo), policy }
  }
}

function redirect(res: NextApiResponse, path: string): void {
  setCacheHeaders(res, notCached)
  res.redirect(307, path)
}

/** Waits for a promise, for this many milliseconds at most; after that the value is undefined. */
async function withTimeout<T>(promise: Promise<T> | undefined, ms: number): Promise<T | undefined> {
  const timer = new AbortController()
  try {
    return await Promise.race([promise, setTimeout(ms, undefined, { signal: timer.signal })])
  } finally {
    timer.abort()
  }
}
