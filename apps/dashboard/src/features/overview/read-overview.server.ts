import {
  busFactor,
  type Contributor,
  derive,
  type GitHub,
  type Readme,
  releaseCadence,
  type ToPanel,
} from '@repo/github'
import { createCommitChart } from '#components/charts/commit-chart.ts'
import { ageOf } from '#components/panel/age.tsx'
import { mapPanel } from '#components/panel/panel-data.ts'
import { type SafeHtml, safeHtml } from '#components/prose/safe-html.server.ts'
import { readUnreleased } from '#components/release/read-unreleased.server.ts'
import { githubUrlOf } from '#server/github-url.ts'
import type { TopContributors } from './contributor-panel.tsx'
import type { Overview, RepoDetails } from './repo-overview.tsx'
import { createReportCard } from './report-card.ts'
import { starChart } from './star-chart.ts'

const MAX_README_LENGTH = 3000
const MAX_TOP_CONTRIBUTORS = 6

type ReadTools = { github: GitHub; panel: ToPanel }

/**
 * Reads an overview in at most fourteen requests, with the credentials of `github`. Throws when the
 * repository itself cannot be read; every other part can fail independently.
 */
export async function readOverview(
  tools: ReadTools,
  owner: string,
  name: string,
): Promise<Overview> {
  const { github, panel } = tools
  const [details, readme] = await Promise.all([
    readRepoDetails(tools, owner, name),
    panel(github.getReadme(owner, name)),
  ])
  const repoUrl = githubUrlOf(details.repo)
  return { ...details, readme: mapPanel(readme, (found) => derive(found, sanitizeReadme, repoUrl)) }
}

/** Reads an overview as `readOverview` does, without the README. */
export async function readRepoDetails(
  { github, panel }: ReadTools,
  owner: string,
  name: string,
): Promise<RepoDetails> {
  const latest = github.getLatestRelease(owner, name)
  const [facts, openPulls, commits, stars, languages, release, unreleased, ...rest] =
    await Promise.all([
      github.getRepo(owner, name),
      panel(github.countOpenPulls(owner, name)),
      panel(github.getCommitActivity(owner, name), (weeks) => derive(weeks, createCommitChart)),
      panel(github.getStarHistory(owner, name)),
      panel(github.getLanguages(owner, name)),
      panel(latest),
      panel(readUnreleased(github, owner, name, latest)),
      panel(github.listReleases(owner, name, { page: 1, isOptional: true }), ({ items }) =>
        derive(items, releaseCadence),
      ),
      panel(github.listContributors(owner, name), (all) => derive(all, toTopContributors)),
      panel(github.getChecks(owner, name)),
      panel(github.getCommunityProfile(owner, name)),
    ])
  const [cadence, contributors, checks, community] = rest
  const { data: repo } = facts
  const reportInput = { repo, checks, release, cadence, unreleased, contributors, community }

  return {
    repo,
    age: ageOf(facts),
    openPulls,
    commits,
    stars: mapPanel(stars, (weeks) => derive(weeks, starChart, repo.stars)),
    languages,
    release,
    cadence,
    unreleased,
    contributors,
    community,
    report: createReportCard(reportInput, Date.now()),
  }
}

function sanitizeReadme(readme: Readme | null, repoUrl: string): SafeHtml | null {
  if (readme === null) return null
  return safeHtml(readme.html, { repoUrl, path: readme.path, maxLength: MAX_README_LENGTH })
}

/** The first contributors of a list, which is all that the page's props need of it. */
export function toTopContributors(all: readonly Contributor[]): TopContributors {
  return {
    people: all.slice(0, MAX_TOP_CONTRIBUTORS),
    total: all.length,
    busFactor: busFactor(all),
  }
}
