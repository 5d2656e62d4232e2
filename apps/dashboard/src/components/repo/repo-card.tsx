import type { RepoSummary, ViewerRepo } from '@repo/github'
import { Card, CardGrid } from '@repo/ui/card'
import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { Icon } from '@repo/ui/icon'
import { RelativeTime } from '@repo/ui/timestamp'
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
  const visibility = 'visibility' in repo && repo.visibility !== 'public' && repo.visibility
  return (
    <Card href={href} title={repo.fullName} meta={<RepoMeta repo={repo} />}>
      {repo.description && <p dir="auto">{repo.description}</p>}
      {visibility && <CardChip tone="accent">{visibility}</CardChip>}
      {repo.archived && <CardChip tone="attention">archived</CardChip>}
      {repo.fork && <CardChip>fork</CardChip>}
    </Card>
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

function RepoMeta({ repo }: { repo: RepoSummary }) {
  return (
    <>
      {repo.language && <span>{repo.language}</span>}
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
