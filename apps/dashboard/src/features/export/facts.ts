import type { Panel } from '@repo/github'
import { formatShare } from '@repo/ui/share'
import { isPartial } from '#components/panel/panel-data.ts'
import {
  type ExportError,
  errorOf,
  exportUnread,
  type UnreadExport,
  type UnreadRepo,
} from '#components/repo/unread-repo.ts'
import { oldestOf, reportPanels } from '#features/overview/overview-age.ts'
import type { RepoDetails } from '#features/overview/repo-overview.tsx'
import { reportSubjects } from '#features/overview/report-subjects.ts'

/** A machine-readable fact; null is "unknown". */
export type Fact = {
  name: string
  value: string | number | boolean | null
  /** The number is a lower bound, because GitHub returned partial data. */
  orMore?: true
  /** Why the value is unknown, if GitHub did not return it this time. */
  error?: ExportError
  asOf: string
}

/** A repository's facts, the date of the oldest one, and the repository's URL on GitHub. */
export type RepoExport = { repository: string; source: string | null; asOf: string; facts: Fact[] }

/** A repository in an export of several, under its current name. */
export type ListedExport =
  /** `formerNames` are those under which it was requested. */
  (RepoExport & { formerNames: readonly string[]; error: null }) | UnreadExport

/** Exports the facts of an overview. */
export function exportFacts(overview: RepoDetails): RepoExport {
  const { repo, age } = overview
  const facts = [...repoFacts(overview), ...panelFacts(overview), ...reportFacts(overview)]
  const [oldest = age.asOf] = facts.map(({ asOf }) => asOf).toSorted()
  return { repository: repo.fullName, source: repo.url, asOf: oldest, facts }
}

/** Exports the facts of a comparison; a repository that could not be read has its error instead. */
export function exportCompared(
  results: readonly ({ overview: RepoDetails; formerNames: string[] } | UnreadRepo)[],
): ListedExport[] {
  return results.map((result) => {
    if (!('overview' in result)) return exportUnread(result)
    const { overview, formerNames } = result
    return { ...exportFacts(overview), formerNames, error: null }
  })
}

/** Whether an export has nothing but repositories that GitHub does not return. */
export function areAllMissing(repositories: readonly ListedExport[]): boolean {
  return repositories.every(({ error }) => error !== null && isLasting(error.kind))
}

const LASTING_ERRORS = ['not-found', 'blocked', 'forbidden', 'invalid-name', 'over-limit']

function isLasting(kind: string): boolean {
  return LASTING_ERRORS.includes(kind)
}

function repoFacts({ repo, age: { asOf } }: RepoDetails): Fact[] {
  const values = {
    Description: repo.description || 'none',
    Homepage: repo.homepage ?? 'none',
    Topics: repo.topics.join(', ') || 'none',
    License: repo.license === null ? 'none' : (repo.license.spdxId ?? repo.license.name),
    'Default branch': repo.defaultBranch,
    Created: repo.createdAt,
    'Last push': repo.pushedAt,
    Archived: repo.archived,
    'Fork of': repo.forkOf ?? 'none',
    Stars: repo.stars,
    Forks: repo.forks,
    Watchers: repo.watchers,
  }
  return Object.entries(values).map(([name, value]) => ({ name, value, asOf }))
}

function panelFacts(overview: RepoDetails): Fact[] {
  const { repo, age, openPulls, commits, stars, languages, release } = overview
  const { cadence, unreleased, contributors } = overview
  const issuesAndPulls = repo.openIssuesAndPulls
  const fact = <T>(name: string, panel: Panel<T>, read: (data: T) => Fact['value']): Fact => {
    if (!('data' in panel)) return { name, value: null, error: errorOf(panel), asOf: age.asOf }
    const value = read(panel.data)
    const orMore = typeof value === 'number' && isPartial(panel)
    return { name, value, ...(orMore && { orMore }), asOf: panel.asOf }
  }
  return [
    {
      ...fact('Open issues', openPulls, (pulls) =>
        issuesAndPulls === null || pulls === null ? null : Math.max(issuesAndPulls - pulls, 0),
      ),
      asOf: oldestOf(age.asOf, [openPulls]),
    },
    fact('Open pull requests', openPulls, (pulls) => pulls),
    fact(
      'Languages',
      languages,
      (all) => all.map(({ name, share }) => `${name} ${formatShare(share)}`).join(', ') || 'none',
    ),
    fact('Latest release', release, (latest) => latest?.tag ?? 'none'),
    fact('Latest release published', release, (latest) => (latest ? latest.publishedAt : 'none')),
    fact('Median days between releases', cadence, (data) => data && roundToTenth(data.medianDays)),
    fact('Commits since the latest release', unreleased, (data) => data?.commits ?? null),
    fact('Commits in the past year', commits, ({ total }) => total),
    fact('Median commits per week', commits, ({ median }) => median),
    fact('Net new stars in the past year', stars, ({ total }) => total),
    fact('Contributors in the past year', contributors, ({ total }) => total),
    fact('Bus factor', contributors, ({ busFactor }) => busFactor?.people ?? null),
  ]
}

function reportFacts(overview: RepoDetails): Fact[] {
  const asOf = oldestOf(overview.age.asOf, reportPanels(overview))
  const { status, lines } = overview.report
  const statusText = `${status.title}: ${status.at ? `${status.facts} ${status.at}` : status.facts}`
  return [
    { name: 'Report: Status', value: statusText, asOf },
    ...lines.map(({ judgment, title, detail }, index) => ({
      name: `Report: ${reportSubjects[index] ?? index}`,
      value: `${judgment}: ${detail ? `${title} (${detail})` : title}`,
      asOf,
    })),
  ]
}

function roundToTenth(days: number): number {
  return Math.round(days * 10) / 10
}
