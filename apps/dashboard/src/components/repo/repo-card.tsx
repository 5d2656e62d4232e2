import type { RepoSummary, ViewerRepo } from '@repo/github'
import { Card, CardGrid } from '@repo/ui/card'
import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { Icon } from '@repo/ui/icon'
import { RelativeTime } from '@repo/ui/timestamp'
import type { ReactNode } from 'react'
import { tabPath } from './paths.ts'
import { VisibilityChip } from './visibility-chip.tsx'

type CardRepo = RepoSummary | ViewerRepo

/** Repositories as cards that link to their overviews. */
export function RepoCards({ repos }: { repos: readonly CardRepo[] }) {
  return (
    <CardGrid>
      {repos.map((repo) => (
        <RepoCard key={repo.fullName} repo={repo} />
      ))}
    </CardGrid>
  )
}

function RepoCard({ repo }: { repo: CardRepo }) {
  return (
    <Card href={tabPath(repo)} title={repo.fullName} meta={<RepoMeta repo={repo} />}>
      <RepoText repo={repo} />
    </Card>
  )
}

/** The description of a repository on a card, and its states. */
export function RepoText({ repo }: { repo: CardRepo }) {
  return (
    <>
      {repo.description && <p dir="auto">{repo.description}</p>}
      <VisibilityChip repo={repo} />
      {repo.archived && <CardChip tone="attention">archived</CardChip>}
      {repo.fork && <CardChip>fork</CardChip>}
    </>
  )
}

/** A chip, and a space after it that is rendered only with the chip. */
function CardChip({ tone, children }: { tone?: 'attention'; children: string }) {
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
