import { type GitHub, releaseCadence, type TakePanel } from '@repo/github'
import { ageOf } from '#components/panel/age.tsx'
import { safeHtml } from '#components/prose/safe-html.server.ts'
import { addressOf } from '#components/repo/github-url.ts'
import { commitChart } from '#components/charts/commit-chart.ts'
import { panelOf } from '#components/panel/panel-data.ts'
import { readUnreleased } from '#components/release/read-unreleased.server.ts'
import type { Overview } from './repo-overview.tsx'
import { reportCard } from './report-card.ts'
import { starChart } from './star-chart.ts'
import { topContributors } from './top-contributors.ts'

const longestReadme = 3000

/**
 * Reads all that an overview shows, in at most fourteen questions; whoever the reads are bound to
 * sees it. The repository itself must answer; every other part may fail alone. On the server.
 */
export async function readOverview(
  { github, panel }: { github: GitHub; panel: TakePanel },
  owner: string,
  name: string,
): Promise<Overview> {
  const latest = github.latestRelease(owner, name)
  const [facts, openPulls, commits, stars, languages, release, unreleased, ...others] =
    await Promise.all([
      github.repo(owner, name),
      panel(github.openPulls(owner, name)),
      panel(github.commitActivity(owner, name), commitChart),
      panel(github.starHistory(owner, name)),
      panel(github.languages(owner, name)),
      panel(latest),
      panel(readUnreleased(github, owner, name, latest)),
      panel(github.releases(owner, name, { page: 1, optional: true }), ({ items }) =>
        releaseCadence(items),
      ),
      panel(github.contributors(owner, name), topContributors),
      panel(github.checks(owner, name)),
      panel(github.community(owner, name)),
      panel(github.readme(owner, name)),
    ])
  const [cadence, contributors, checks, community, readme] = others
  const { data: repo } = facts
  const reported = { repo, checks, release, cadence, unreleased, contributors, community }
  const repoUrl = addressOf(repo)

  return {
    repo,
    age: ageOf(facts),
    openPulls,
    commits,
    stars: panelOf(stars, (weeks) => starChart(weeks, repo.stars)),
    languages,
    release,
    cadence,
    unreleased,
    contributors,
    community,
    report: reportCard(reported, Date.now()),
    readme: panelOf(readme, (found) =>
      found ? safeHtml(found.html, { repoUrl, path: found.path, longest: longestReadme }) : null,
    ),
  }
}
