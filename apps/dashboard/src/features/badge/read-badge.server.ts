import type { GitHub, GitHubErrorKind } from '@repo/github'
import { formatCompactNumber } from '@repo/ui/compact-number'
import type { Badge } from './badge-svg.ts'
import type { Subject } from './subjects.ts'

/** A badge, and whether GitHub is about to say something newer. */
export type ReadBadge = { badge: Badge; stale: boolean }

export type RepoName = { owner: string; repo: string }

const checkWords = {
  passing: { message: 'passing', tone: 'success' },
  failing: { message: 'failing', tone: 'danger' },
  pending: { message: 'running', tone: 'attention' },
  unknown: { message: 'unknown', tone: 'neutral' },
  none: { message: 'no checks', tone: 'neutral' },
} as const

/**
 * Reads what a badge says. The repository itself is always read: only its own answer tells that it
 * has another name, or is not for everybody.
 * @throws GitHubError
 */
export async function readBadge(
  github: GitHub,
  { owner, repo }: RepoName,
  subject: Subject,
): Promise<ReadBadge> {
  switch (subject) {
    case 'ci': {
      const [facts, checks] = await beside(
        github.getRepo(owner, repo),
        github.getChecks(owner, repo),
      )
      const stale = Boolean(facts.stale ?? checks.stale)
      return { badge: { label: 'CI', ...checkWords[checks.data.state] }, stale }
    }
    case 'release': {
      const [facts, release] = await beside(
        github.getRepo(owner, repo),
        github.getLatestRelease(owner, repo),
      )
      const stale = Boolean(facts.stale ?? release.stale)
      return { badge: wordBadge('release', release.data?.tag ?? null), stale }
    }
    case 'license': {
      const { data, stale } = await github.getRepo(owner, repo)
      return { badge: wordBadge('license', data.license), stale: stale !== undefined }
    }
    case 'stars': {
      const { data, stale } = await github.getRepo(owner, repo)
      const stars = data.stars === null ? null : formatCompactNumber(data.stars)
      return { badge: wordBadge('stars', stars, 'unknown'), stale: stale !== undefined }
    }
  }
}

/** Waits for both; what the repository's own answer says wins, whichever comes first. */
async function beside<T, U>(repo: Promise<T>, other: Promise<U>): Promise<[T, U]> {
  const [facts, further] = await Promise.allSettled([repo, other])
  if (facts.status === 'rejected') throw facts.reason
  if (further.status === 'rejected') throw further.reason
  return [facts.value, further.value]
}

function wordBadge(label: string, word: string | null, none = 'none'): Badge {
  return word === null
    ? { label, message: none, tone: 'neutral' }
    : { label, message: word, tone: 'info' }
}

/** What a badge says where there is nothing to show. */
export function failedBadge(subject: Subject, kind: GitHubErrorKind): Badge {
  const label = subject === 'ci' ? 'CI' : subject
  return { label, message: failureWords[kind] ?? 'GitHub is unreachable', tone: 'neutral' }
}

const failureWords: Partial<Record<GitHubErrorKind, string>> = {
  'not-found': 'repository not found',
  gone: 'repository not found',
  blocked: 'repository blocked',
  forbidden: 'not allowed',
  unauthorized: 'not allowed',
  'rate-limited': 'waiting for GitHub',
  'needs-token': 'unknown',
}
