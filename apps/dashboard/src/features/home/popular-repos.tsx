import type { Panel, RepoSummary } from '@repo/github'
import { Stack } from '@repo/ui/columns'
import { RepoCards } from '#components/repo/repo-card.tsx'
import { UnreadyRepoPanel } from '#components/panel/data-panel.tsx'

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
