import type { GitHub, GitHubErrorKind, Release, Repo, ToPanel, Week } from '@repo/github'
import { formatCompactNumber } from '@repo/ui/compact-number'
import { imageErrors } from '#server/image-errors.ts'
import { toDrawableText } from './drawable-text.ts'

/** The content of a social card: text that the font can draw. */
export type SocialCard = {
  /** The name of the repository, or an error. */
  heading: string
  owner?: string
  description?: string
  isArchived?: true
  figures: { label: string; value: string }[]
  /** Commits of each week of the past year, oldest first. */
  weeks?: number[]
}

/**
 * Reads the card of a repository. Data that is missing at the deadline is left out.
 * @throws GitHubError if the repository itself cannot be read.
 */
export async function readSocialCard(
  { github, panel }: { github: GitHub; panel: ToPanel },
  owner: string,
  repo: string,
): Promise<SocialCard> {
  const [facts, activity, release] = await Promise.all([
    github.getRepo(owner, repo),
    panel(github.getCommitActivity(owner, repo)),
    panel(github.getLatestRelease(owner, repo)),
  ])
  return repoCard(
    facts.data,
    'data' in activity ? activity.data : [],
    'data' in release ? release.data : null,
  )
}

function repoCard(repo: Repo, activity: readonly Week[], release: Release | null): SocialCard {
  const description = toDrawableText(repo.description ?? '')
  const weeks = activity.map(({ commits }) => commits)
  const commits = weeks.reduce((sum, count) => sum + count, 0)
  const [owner = '', name = ''] = repo.fullName.split('/')
  return {
    ...nameCard(owner, name),
    ...(description !== undefined && { description }),
    ...(repo.archived && { isArchived: true }),
    figures: [
      ...countFigure('Stars', repo.stars),
      ...countFigure('Forks', repo.forks),
      ...(weeks.length > 0 ? countFigure('Commits in the last year', commits) : []),
      ...textFigure('Latest release', release?.tag),
      ...textFigure('License', repo.license?.spdxId ?? repo.license?.name),
    ],
    ...(commits > 0 && { weeks }),
  }
}

/** The card of a repository of which only the name is known. */
function nameCard(owner: string, name: string): SocialCard {
  return { owner, heading: name, figures: [] }
}

/** The card of an error: what it is, or else only the name. */
export function errorCard(kind: GitHubErrorKind, owner: string, name: string): SocialCard {
  const { message, isCacheable } = imageErrors[kind]
  if (!isCacheable) return nameCard(owner, name)
  return { heading: message.charAt(0).toUpperCase() + message.slice(1), figures: [] }
}

function countFigure(label: string, count: number | null): SocialCard['figures'] {
  return count === null ? [] : [{ label, value: formatCompactNumber(count) }]
}

function textFigure(label: string, text: string | null | undefined): SocialCard['figures'] {
  const value = toDrawableText(text ?? '')
  return value === undefined ? [] : [{ label, value }]
}
