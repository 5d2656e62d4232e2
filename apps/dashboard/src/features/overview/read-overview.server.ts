import {
  computeResponsiveness,
  derive,
  type GitHub,
  type Language,
  type Panel,
  type Readme,
  type Repo,
  type Responsiveness,
  releaseCadence,
  type Snapshot,
  type ToPanel,
  type WorkflowRuns,
} from '@repo/github'
import { createCommitChart } from '#components/charts/commit-chart.ts'
import { ageOf } from '#components/panel/age.tsx'
import { mapPanel } from '#components/panel/panel-data.ts'
import { type SafeHtml, safeHtml } from '#components/prose/safe-html.server.ts'
import { readUnreleased } from '#components/release/read-unreleased.server.ts'
import { githubUrlOf } from '#server/github-url.ts'
import { languageColor } from '#server/language-colors.ts'
import type { TopContributors } from './contributor-panel.tsx'
import type { ColoredLanguage } from './language-panel.tsx'
import type { Overview, RepoDetails } from './repo-overview.tsx'
import { createReportCard, type ReportCard } from './report-card.ts'
import { starChart } from './star-chart.ts'
import { type ContributorSummary, summarizeContributors } from './summarize-contributors.ts'

const MAX_README_LENGTH = 3000
// The panel combines the others.
const MAX_COLORED_LANGUAGES = 6

type ReadTools = { github: GitHub; panel: ToPanel }

/**
 * Reads an overview in at most sixteen requests, with the credentials of `github`. Throws when the
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
  return {
    ...details,
    report: withoutValues(details.report),
    contributors: mapPanel(details.contributors, (found) => derive(found, toTopContributors)),
    readme: mapPanel(readme, (found) => derive(found, sanitizeReadme, repoUrl)),
  }
}

/** Reads an overview as `readOverview` does, without the README. */
export async function readRepoDetails(
  { github, panel }: ReadTools,
  owner: string,
  name: string,
): Promise<RepoDetails> {
  const repoFacts = github.getRepo(owner, name)
  const latest = github.getLatestRelease(owner, name)
  const [facts, openPulls, weeks, stars, languages, release, unreleased, ...rest] =
    await Promise.all([
      repoFacts,
      panel(github.countOpenPulls(owner, name)),
      panel(github.getCommitActivity(owner, name)),
      panel(github.getStarHistory(owner, name)),
      panel(github.getLanguages(owner, name), addColors),
      panel(latest),
      panel(readUnreleased(github, owner, name, latest)),
      panel(github.listReleases(owner, name, { page: 1, isOptional: true })),
      panel(github.getContributorStats(owner, name), (all) => derive(all, summarizeContributors)),
      panel(github.getChecks(owner, name)),
      panel(github.getCommunityProfile(owner, name)),
      panel(readRuns(github, owner, name, repoFacts)),
      panel(github.listSecurityAdvisories(owner, name)),
      findResponse({ github, panel }, owner, name),
    ])
  const [releases, contributors, checks, community, runs, advisories, response] = rest
  const { data: repo } = facts
  const marked = 'data' in releases ? releases.data.items : undefined
  const commits = mapPanel(weeks, (data) => derive(data, createCommitChart, undefined, marked))
  const cadence = mapPanel(releases, ({ items }) => derive(items, releaseCadence))
  const reportInput = {
    repo,
    commits,
    checks,
    runs,
    release,
    cadence,
    unreleased,
    contributors,
    response,
    advisories,
    community,
  }

  return {
    repo,
    age: ageOf(facts),
    openPulls,
    commits,
    stars: mapPanel(stars, (data) => derive(data, starChart, repo.stars, marked)),
    languages,
    release,
    cadence,
    unreleased,
    contributors,
    community,
    report: createReportCard(reportInput, Date.now()),
  }
}

/** Counts the workflow runs of the default branch, once it is known; null without one. */
async function readRuns(
  github: GitHub,
  owner: string,
  name: string,
  repo: Promise<Snapshot<Repo>>,
): Promise<Snapshot<WorkflowRuns | null>> {
  const { data, asOf } = await repo
  if (data.defaultBranch === null) return { data: null, asOf }
  return github.countWorkflowRuns(owner, name, data.defaultBranch)
}

/** The responsiveness to issues, if the issues page has been read: it costs five requests. */
async function findResponse(
  { github, panel }: ReadTools,
  owner: string,
  name: string,
): Promise<Panel<Responsiveness> | null> {
  const stored = await github.findStoredConversations(owner, name)
  if (stored === null) return null
  return panel(Promise.resolve(stored), (found) => derive(found, computeResponsiveness, 'issue'))
}

function sanitizeReadme(readme: Readme | null, repoUrl: string): SafeHtml | null {
  if (readme === null) return null
  return safeHtml(readme.html, { repoUrl, path: readme.path, maxLength: MAX_README_LENGTH })
}

/** Leaves out the values, which only tables show. */
function withoutValues({ status, lines }: ReportCard): ReportCard {
  return { status, lines: lines.map(({ value: _value, ...line }) => line) }
}

function toTopContributors({ people, total }: ContributorSummary): TopContributors {
  return { people, total }
}

function addColors(languages: readonly Language[]): ColoredLanguage[] {
  return languages.map((language, index) => {
    const color = index < MAX_COLORED_LANGUAGES ? languageColor(language.name) : undefined
    return color === undefined ? language : { ...language, color }
  })
}
