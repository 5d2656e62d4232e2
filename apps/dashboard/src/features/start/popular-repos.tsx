import type { Panel, RepoSummary } from '@repo/github'
import { Stack } from '@repo/ui/columns'
import { RepoCards } from '#features/repo/repo-card.tsx'
import { UnreadyRepoPanel } from '#features/repo/repo-panel.tsx'

/** A few repositories to open. */
export function PopularRepos({ popular }: { popular: Panel<RepoSummary[]> }) {
  if (!('data' in popular)) return <UnreadyRepoPanel title="Repositories" panel={popular} />
  return (
    <section aria-labelledby="popular">
      <Stack>
        <h2 id="popular">Repositories with the most stars</h2>
        <RepoCards repos={popular.data} />
      </Stack>
    </section>
  )
}
