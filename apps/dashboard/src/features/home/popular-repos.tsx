import type { Panel, RepoSummary } from '@repo/github'
import { Stack } from '@repo/ui/columns'
import { UnavailableDataPanel } from '#components/panel/unavailable-data-panel.tsx'
import { RepoCards } from '#components/repo/repo-card.tsx'

/** The most starred repositories. */
export function PopularRepos({ popular }: { popular: Panel<RepoSummary[]> }) {
  if (!('data' in popular)) return <UnavailableDataPanel title="Most starred" panel={popular} />
  return (
    <section aria-labelledby="popular">
      <Stack>
        <h2 id="popular">Most starred</h2>
        <RepoCards repos={popular.data} />
      </Stack>
    </section>
  )
}
