import type { RepoSummary, ViewerRepo } from '@repo/github'
import { Card, CardGrid } from '@repo/ui/card'
import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { Icon } from '@repo/ui/icon'
import { RelativeTime } from '@repo/ui/timestamp'
import type { ReactNode } from 'react'
import { repoPath } from './paths.ts'

type CardRepo = RepoSummary | ViewerRepo

type RepoCardsProps = {
  repos: readonly CardRepo[]
  /** The path that a card links to. */
  pathOf?: ((fullName: string) => string) | undefined
}

/** Repositories as cards that link to their overviews. */
export function RepoCards({ repos, pathOf = repoPath }: RepoCardsProps) {
  return (
    <CardGrid>
      {repos.map((repo) => (
        <RepoCard key={repo.fullName} repo={repo} href={pathOf(repo.fullName)} />
      ))}
    </CardGrid>
  )
}

function RepoCard({ repo, href }: { repo: CardRepo; href: string }) {
  return (
    <Card href={href} title={repo.fullName} meta={<RepoMeta repo={repo} />}>
      <RepoText repo={repo} />
    </Card>
  )
}

/** The description of a repository on a card, and its states. */
export function RepoText({ repo }: { repo: CardRepo }) {
  const visibility = 'visibility' in repo && repo.visibility !== 'public' && repo.visibility
  return (
    <>
      {repo.description && <p dir="auto">{repo.description}</p>}
      {visibility && <CardChip tone="accent">{visibility}</CardChip>}
      {repo.archived && <CardChip tone="attention">archived</CardChip>}
      {repo.fork && <CardChip>fork</CardChip>}
    </>
  )
}

/** A chip, and a space after it that is rendered only with the chip. */
function CardChip({ tone, children }: { tone?: 'accent' | 'attention'; children: string }) {
  return (
    <span>
      <Chip tone={tone}>{children}</Chip>{' '}
    </span>
  )
}

type RepoMetaProps = {
  repo: RepoSummary
  /** The color of the language, before its name. */
  dot?: ReactNode
}

/** The language, the stars, the forks and the last push of a repository on a card. */
export function RepoMeta({ repo, dot }: RepoMetaProps) {
  return (
    <>
      {repo.language && (
        <span>
          {dot}
          {repo.language}
        </span>
      )}
      {repo.stars !== null && (
        <span>
          <Icon name="star" /> <Count value={repo.stars} compact />
          {repo.stars === 1 ? ' star' : ' stars'}
        </span>
      )}
      {repo.forks !== null && repo.forks > 0 && (
        <span>
          <Icon name="repo-forked" /> <Count value={repo.forks} compact />
          {repo.forks === 1 ? ' fork' : ' forks'}
        </span>
      )}
      {repo.pushedAt && (
        <span>
          pushed <RelativeTime date={repo.pushedAt} />
        </span>
      )}
    </>
  )
}
