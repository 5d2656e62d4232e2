import {
  busFactor,
  type Contributor,
  type GitHub,
  releaseCadence,
  type ToPanel,
} from '@repo/github'
import { createCommitChart } from '#components/charts/commit-chart.ts'
import { ageOf } from '#components/panel/age.tsx'
import { mapPanel } from '#components/panel/panel-data.ts'
import { safeHtml } from '#components/prose/safe-html.server.ts'
import { readUnreleased } from '#components/release/read-unreleased.server.ts'
import { githubUrlOf } from '#server/github-url.ts'
import type { TopContributors } from './contributor-panel.tsx'
import type { Overview } from './repo-overview.tsx'
import { createReportCard } from './report-card.ts'
import { starChart } from './star-chart.ts'

const MAX_README_LENGTH = 3000
const MAX_TOP_CONTRIBUTORS = 6

/**
 * Reads an overview in at most fourteen requests, with the credentials of `github`. Throws when the
 * repository itself cannot be read; every other part can fail independently.
 */
export async function readOverview(
  { github, panel }: { github: GitHub; panel: ToPanel },
  owner: string,
  name: string,
): Promise<Overview> {
  const latest = github.getLatestRelease(owner, name)
  const [facts, openPulls, commits, stars, languages, release, unreleased, ...rest] =
    await Promise.all([
      github.getRepo(owner, name),
      panel(github.countOpenPulls(owner, name)),
      panel(github.getCommitActivity(owner, name), createCommitChart),
      panel(github.getStarHistory(owner, name)),
      panel(github.getLanguages(owner, name)),
      panel(latest),
      panel(readUnreleased(github, owner, name, latest)),
      panel(github.listReleases(owner, name, { page: 1, isOptional: true }), ({ items }) =>
        releaseCadence(items),
      ),
      panel(github.listContributors(owner, name), toTopContributors),
      panel(github.getChecks(owner, name)),
      panel(github.getCommunityProfile(owner, name)),
      panel(github.getReadme(owner, name)),
    ])
  const [cadence, contributors, checks, community, readme] = rest
  const { data: repo } = facts
  const reportInput = { repo, checks, release, cadence, unreleased, contributors, community }
  const repoUrl = githubUrlOf(repo)

  return {
    repo,
    age: ageOf(facts),
    openPulls,
    commits,
    stars: mapPanel(stars, (weeks) => starChart(weeks, repo.stars)),
    languages,
    release,
    cadence,
    unreleased,
    contributors,
    community,
    report: createReportCard(reportInput, Date.now()),
    readme: mapPanel(readme, (found) =>
      found
        ? safeHtml(found.html, { repoUrl, path: found.path, maxLength: MAX_README_LENGTH })
        : null,
    ),
  }
}

/** The first contributors of a list, which is all that the page's props need of it. */
export function toTopContributors(all: readonly Contributor[]): TopContributors {
  return {
    people: all.slice(0, MAX_TOP_CONTRIBUTORS),
    total: all.length,
    busFactor: busFactor(all),
  }
}
