import type { Panel, RepoSummary } from '@repo/github'
import { RepoCards } from '#features/repo/repo-card.tsx'
import { UnreadyRepoPanel } from '#features/repo/repo-panel.tsx'

/** A few repositories to open. */
export function PopularRepos({ popular }: { popular: Panel<RepoSummary[]> }) {
  if (popular.state !== 'ready') return <UnreadyRepoPanel title="Repositories" panel={popular} />
  return (
    <section aria-labelledby="popular">
      <h2 id="popular">Repositories with the most stars</h2>
      <RepoCards repos={popular.data} />
    </section>
  )
}
