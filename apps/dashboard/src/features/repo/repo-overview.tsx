import type { Language, Panel, Release, Repo } from '@repo/github'
import { Columns, Stack } from '@repo/ui/columns'
import { type Age, AgeBanner } from '#features/age/age.tsx'
import type { CommitChart } from './commit-chart.ts'
import { CommitPanel } from './commit-panel.tsx'
import { ContributorPanel } from './contributor-panel.tsx'
import { LanguagePanel } from './language-panel.tsx'
import { ReleasePanel } from './release-panel.tsx'
import { RepoBanners } from './repo-banners.tsx'
import { RepoFacts, RepoStats } from './repo-facts.tsx'
import { RepoHeader } from './repo-header.tsx'
import type { TopContributors } from './top-contributors.ts'
import { usePolling } from './use-polling.ts'

/** What the overview shows: the repository, and panels that may fail alone. */
export type Overview = {
  repo: Repo
  age: Age
  languages: Panel<Language[]>
  commits: Panel<CommitChart>
  release: Panel<Release | null>
  contributors: Panel<TopContributors>
}

/** A repository on one page. */
export function RepoOverview(overview: Overview) {
  const { repo, age, languages, commits, release, contributors } = overview
  // GitHub lists no contributor only where there is no commit.
  const empty = 'data' in contributors && contributors.data.total === 0
  usePolling([languages, commits, release, contributors].some(isComputing))

  return (
    <Stack gap="large">
      <RepoHeader repo={repo} />
      <AgeBanner age={age} />
      <RepoBanners repo={repo} empty={empty} />
      <RepoStats repo={repo} />
      <Columns
        main={
          <>
            <CommitPanel commits={commits} />
            <ContributorPanel contributors={contributors} />
          </>
        }
        side={
          <>
            <RepoFacts repo={repo} />
            <ReleasePanel release={release} />
            <LanguagePanel languages={languages} />
          </>
        }
      />
    </Stack>
  )
}

function isComputing({ state }: Panel<unknown>): boolean {
  return state === 'computing'
}
