import type { GitHub, GitHubErrorKind, Repo } from '@repo/github'
import { formatCompactNumber } from '@repo/ui/compact-number'
import { ciStateNames } from '#components/report/ci-state-names.ts'
import { imageErrors } from '#server/image-errors.ts'
import type { Badge } from './render-badge.ts'
import type { Subject } from './subjects.ts'

/** A badge, and whether its data is stale. */
export type BadgeResult = { badge: Badge; stale: boolean }

export type RepoName = { owner: string; repo: string }

const ciTones = {
  passing: 'success',
  failing: 'danger',
  pending: 'attention',
  unknown: 'neutral',
  none: 'neutral',
} as const

/**
 * Reads a badge. It always reads the repository: only that response shows a new name, or that the
 * repository is private.
 * @throws GitHubError
 */
export async function readBadge(
  github: GitHub,
  { owner, repo }: RepoName,
  subject: Subject,
): Promise<BadgeResult> {
  switch (subject) {
    case 'ci': {
      const [facts, checks] = await readBoth(
        github.getRepo(owner, repo),
        github.getChecks(owner, repo),
      )
      const stale = Boolean(facts.stale ?? checks.stale)
      const { state } = checks.data
      const badge = { label: 'CI', message: ciStateNames[state], tone: ciTones[state] }
      return { badge, stale }
    }
    case 'release': {
      const [facts, release] = await readBoth(
        github.getRepo(owner, repo),
        github.getLatestRelease(owner, repo),
      )
      const stale = Boolean(facts.stale ?? release.stale)
      return { badge: textBadge('release', release.data?.tag ?? null), stale }
    }
    case 'license': {
      const { data, stale } = await github.getRepo(owner, repo)
      return { badge: licenseBadge(data.license), stale: stale !== undefined }
    }
    case 'stars': {
      const { data, stale } = await github.getRepo(owner, repo)
      const stars = data.stars === null ? null : formatCompactNumber(data.stars)
      return { badge: textBadge('stars', stars, 'unknown'), stale: stale !== undefined }
    }
  }
}

/** Waits for both. The repository's error wins, whichever read fails first. */
async function readBoth<T, U>(repo: Promise<T>, other: Promise<U>): Promise<[T, U]> {
  const [facts, second] = await Promise.allSettled([repo, other])
  if (facts.status === 'rejected') throw facts.reason
  if (second.status === 'rejected') throw second.reason
  return [facts.value, second.value]
}

function licenseBadge(license: Repo['license']): Badge {
  if (license === null) return textBadge('license', null)
  return textBadge('license', license.spdxId ?? license.name, 'unknown')
}

function textBadge(label: string, text: string | null, fallback = 'none'): Badge {
  return text === null
    ? { label, message: fallback, tone: 'neutral' }
    : { label, message: text, tone: 'info' }
}

/** The badge that reports an error. */
export function errorBadge(subject: Subject, kind: GitHubErrorKind): Badge {
  const label = subject === 'ci' ? 'CI' : subject
  return { label, message: imageErrors[kind].message, tone: 'neutral' }
}
