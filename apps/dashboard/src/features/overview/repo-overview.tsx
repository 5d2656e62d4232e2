import type { Cadence, CommunityFile, Panel, Release, Repo, Unreleased } from '@repo/github'
import { Columns } from '@repo/ui/columns'
import type { CommitChart } from '#components/charts/commit-chart.ts'
import { CommitPanel } from '#components/charts/commit-panel.tsx'
import type { Age } from '#components/panel/age.tsx'
import type { SafeHtml } from '#components/prose/safe-html.server.ts'
import { ReleasePanel } from '#components/release/release-panel.tsx'
import { tabPath } from '#components/repo/paths.ts'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import type { RepoSection } from '#components/repo/repo-sections.ts'
import { CommunityPanel } from './community-panel.tsx'
import { ContributorPanel, type TopContributors } from './contributor-panel.tsx'
import { type ColoredLanguage, LanguagePanel } from './language-panel.tsx'
import { ReadmePanel } from './readme-panel.tsx'
import { RepoBanners } from './repo-banners.tsx'
import { RepoFacts, RepoStats } from './repo-facts.tsx'
import type { ReportCard } from './report-card.ts'
import { ReportPanel } from './report-panel.tsx'
import type { StarChart } from './star-chart.ts'
import { StarPanel } from './star-panel.tsx'
import type { ContributorSummary } from './summarize-contributors.ts'

/** The overview's data: the repository, its report card, and panels that can fail independently. */
export type Overview = Omit<RepoDetails, 'contributors'> & {
  contributors: Panel<TopContributors>
  readme: Panel<SafeHtml | null>
}

/** The overview's data without the README. */
export type RepoDetails = {
  repo: Repo
  age: Age
  openPulls: Panel<number | null>
  commits: Panel<CommitChart>
  stars: Panel<StarChart>
  languages: Panel<ColoredLanguage[]>
  release: Panel<Release | null>
  cadence: Panel<Cadence | null>
  unreleased: Panel<Unreleased | null>
  contributors: Panel<ContributorSummary>
  community: Panel<CommunityFile[] | null>
  report: ReportCard
}

/** The overview of a repository. */
export function RepoOverview(overview: Overview) {
  const { repo, age, commits, stars, languages, release, contributors, community } = overview
  const { url } = repo
  const hrefOf = (section: RepoSection) => tabPath(repo, section)
  // GitHub returns an empty list of weeks only if a repository has no commits.
  const isEmpty = 'data' in commits && commits.data.plot.values.length === 0
  const panels = [
    overview.openPulls,
    commits,
    stars,
    languages,
    release,
    overview.cadence,
    overview.unreleased,
    contributors,
    community,
    overview.readme,
  ]

  return (
    <RepoLayout repo={repo} age={age} panels={panels} current="overview">
      <RepoBanners repo={repo} isEmpty={isEmpty} />
      <RepoStats repo={repo} openPulls={overview.openPulls} stars={stars} hrefOf={hrefOf} />
      <ReportPanel report={overview.report} />
      <Columns
        main={
          <>
            <CommitPanel commits={commits} repo={repo} />
            <StarPanel stars={stars} repo={repo} />
            <ContributorPanel href={hrefOf('contributors')} contributors={contributors} />
          </>
        }
        side={
          <>
            <ReleasePanel href={hrefOf('releases')} release={release} />
            <LanguagePanel languages={languages} />
            <CommunityPanel community={community} />
            <RepoFacts repo={repo} />
          </>
        }
      />
      <ReadmePanel readme={overview.readme} url={url} />
    </RepoLayout>
  )
}
