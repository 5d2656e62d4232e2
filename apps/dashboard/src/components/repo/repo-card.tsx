import type { RepoSummary, ViewerRepo } from '@repo/github'
import { Card, CardGrid } from '@repo/ui/card-link'
import { Chip } from '@repo/ui/chip'
import { Count } from '@repo/ui/count'
import { Icon } from '@repo/ui/icon'
import { RepoForkedIcon, StarIcon } from '@repo/ui/icons'
import { Moment } from '@repo/ui/moment'
import { repoPath } from './paths.ts'

type CardRepo = RepoSummary | ViewerRepo

type RepoCardsProps = {
  repos: readonly CardRepo[]
  /** The address to which a card leads. */
  pathOf?: ((fullName: string) => string) | undefined
}

/** Repositories as cards that lead to their overviews. */
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
      {visibility && <Chip tone="accent">{visibility}</Chip>}{' '}
      {repo.archived && <Chip tone="attention">archived</Chip>} {repo.fork && <Chip>fork</Chip>}
    </Card>
  )
}

function RepoMeta({ repo }: { repo: RepoSummary }) {
  return (
    <>
      {repo.language && <span>{repo.language}</span>}
      {repo.stars !== null && (
        <span>
          <Icon of={StarIcon} /> <Count value={repo.stars} compact />{' '}
          {repo.stars === 1 ? 'star' : 'stars'}
        </span>
      )}
      {repo.forks !== null && repo.forks > 0 && (
        <span>
          <Icon of={RepoForkedIcon} /> <Count value={repo.forks} compact />{' '}
          {repo.forks === 1 ? 'fork' : 'forks'}
        </span>
      )}
      {repo.pushedAt && (
        <span>
          pushed <Moment date={repo.pushedAt} ago />
        </span>
      )}
    </>
  )
}
