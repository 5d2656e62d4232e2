import type {
  Cadence,
  CommunityFile,
  Language,
  Panel,
  Release,
  Repo,
  Unreleased,
} from '@repo/github'
import { Columns } from '@repo/ui/columns'
import type { CommitChart } from '#components/charts/commit-chart.ts'
import { CommitPanel } from '#components/charts/commit-panel.tsx'
import type { Age } from '#components/panel/age.tsx'
import { usePolling } from '#components/panel/use-polling.ts'
import type { SafeHtml } from '#components/prose/safe-html.server.ts'
import { ReleasePanel } from '#components/release/release-panel.tsx'
import { repoPath } from '#components/repo/paths.ts'
import { RepoLayout } from '#components/repo/repo-layout.tsx'
import type { ReportLine } from '#components/report/report-line.tsx'
import { CommunityPanel } from './community-panel.tsx'
import { ContributorPanel } from './contributor-panel.tsx'
import { LanguagePanel } from './language-panel.tsx'
import { ReadmePanel } from './readme-panel.tsx'
import { RepoBanners } from './repo-banners.tsx'
import { RepoFacts, RepoStats } from './repo-facts.tsx'
import { ReportPanel } from './report-panel.tsx'
import type { StarChart } from './star-chart.ts'
import { StarPanel } from './star-panel.tsx'
import type { TopContributors } from './top-contributors.ts'

/** What the overview shows: the repository, its report card, and panels that may fail alone. */
export type Overview = {
  repo: Repo
  age: Age
  openPulls: Panel<number>
  commits: Panel<CommitChart>
  stars: Panel<StarChart>
  languages: Panel<Language[]>
  release: Panel<Release | null>
  cadence: Panel<Cadence | null>
  unreleased: Panel<Unreleased | null>
  contributors: Panel<TopContributors>
  community: Panel<CommunityFile[] | null>
  report: ReportLine[]
  readme: Panel<SafeHtml | null>
  /** Seen with a viewer's eyes, who alone may see it: the other pages are for everybody. */
  personal?: boolean
}

const atGitHub = {
  issues: 'issues',
  pulls: 'pulls',
  releases: 'releases',
  contributors: 'graphs/contributors',
}

/** A repository on one page. */
export function RepoOverview(overview: Overview) {
  const { repo, age, commits, stars, languages, release, contributors, community } = overview
  const { fullName, url } = repo
  const personal = overview.personal === true
  // What only a viewer may see has one page here; the rest is at GitHub.
  const hrefOf = (section: 'issues' | 'pulls' | 'releases' | 'contributors') =>
    personal ? (url ? `${url}/${atGitHub[section]}` : undefined) : repoPath(fullName, section)
  // GitHub counts no weeks only where there is no commit.
  const empty = 'data' in commits && commits.data.plot.bars.length === 0
  usePolling(Object.values(overview).some(isComputing))

  return (
    <RepoLayout repo={repo} age={age} current={personal ? undefined : 'overview'}>
      <RepoBanners repo={repo} empty={empty} />
      <RepoStats repo={repo} openPulls={overview.openPulls} stars={stars} hrefOf={hrefOf} />
      <ReportPanel lines={overview.report} />
      <Columns
        main={
          <>
            <CommitPanel commits={commits} />
            <StarPanel stars={stars} />
            <ReadmePanel readme={overview.readme} url={url} />
          </>
        }
        side={
          <>
            <ReleasePanel
              href={hrefOf('releases')}
              release={release}
              cadence={overview.cadence}
              unreleased={overview.unreleased}
            />
            <LanguagePanel languages={languages} />
            <ContributorPanel href={hrefOf('contributors')} contributors={contributors} />
            <CommunityPanel community={community} />
            <RepoFacts repo={repo} />
          </>
        }
      />
    </RepoLayout>
  )
}

function isComputing(part: unknown): boolean {
  return typeof part === 'object' && part !== null && 'state' in part && part.state === 'computing'
}
