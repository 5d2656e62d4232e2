import { type GitHub, releaseCadence, type ToPanel } from '@repo/github'
import { commitChart } from '#components/charts/commit-chart.ts'
import { ageOf } from '#components/panel/age.tsx'
import { mapPanel } from '#components/panel/panel-data.ts'
import { safeHtml } from '#components/prose/safe-html.server.ts'
import { readUnreleased } from '#components/release/read-unreleased.server.ts'
import { githubUrlOf } from '#components/repo/github-url.ts'
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
  { github, panel }: { github: GitHub; panel: ToPanel },
  owner: string,
  name: string,
): Promise<Overview> {
  const latest = github.getLatestRelease(owner, name)
  const [facts, openPulls, commits, stars, languages, release, unreleased, ...others] =
    await Promise.all([
      github.getRepo(owner, name),
      panel(github.countOpenPulls(owner, name)),
      panel(github.getCommitActivity(owner, name), commitChart),
      panel(github.getStarHistory(owner, name)),
      panel(github.getLanguages(owner, name)),
      panel(latest),
      panel(readUnreleased(github, owner, name, latest)),
      panel(github.listReleases(owner, name, { page: 1, isOptional: true }), ({ items }) =>
        releaseCadence(items),
      ),
      panel(github.listContributors(owner, name), topContributors),
      panel(github.getChecks(owner, name)),
      panel(github.getCommunityProfile(owner, name)),
      panel(github.getReadme(owner, name)),
    ])
  const [cadence, contributors, checks, community, readme] = others
  const { data: repo } = facts
  const reported = { repo, checks, release, cadence, unreleased, contributors, community }
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
    report: reportCard(reported, Date.now()),
    readme: mapPanel(readme, (found) =>
      found ? safeHtml(found.html, { repoUrl, path: found.path, longest: longestReadme }) : null,
    ),
  }
}
