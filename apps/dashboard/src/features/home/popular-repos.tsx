import type { Panel, RepoSummary } from '@repo/github'
import { Stack } from '@repo/ui/columns'
import { UnavailableDataPanel } from '#components/panel/data-panel.tsx'
import { RepoCards } from '#components/repo/repo-card.tsx'

/** A few repositories to open. */
export function PopularRepos({ popular }: { popular: Panel<RepoSummary[]> }) {
  if (!('data' in popular)) return <UnavailableDataPanel title="Repositories" panel={popular} />
  return (
    <section aria-labelledby="popular">
      <Stack>
        <h2 id="popular">Repositories with the most stars</h2>
        <RepoCards repos={popular.data} />
      </Stack>
    </section>
  )
}
