import type { Panel } from '@repo/github'
import { reportNames } from '#features/compare/figure-names.ts'
import type { Overview } from '#features/repo/repo-overview.tsx'

/** A fact in a form that programs read; null is "unknown". */
export type Fact = { name: string; value: string | number | boolean | null; asOf: string }

/** What is known of a repository, when GitHub last said so, and where it can be seen. */
export type Exported = { repository: string; source: string | null; asOf: string; facts: Fact[] }

/** Takes the facts of an overview; on the server. */
export function exportedFrom(overview: Overview): Exported {
  const { repo, age } = overview
  const facts = [...repoFacts(overview), ...countedFacts(overview), ...reportFacts(overview)]
  return { repository: repo.fullName, source: repo.url, asOf: age.asOf, facts }
}

function repoFacts({ repo, age: { asOf }, openPulls }: Overview): Fact[] {
  const pulls = 'data' in openPulls ? openPulls.data : null
  const both = repo.openIssuesAndPulls
  const issues = both === null || pulls === null ? null : Math.max(both - pulls, 0)
  const values = {
    Description: repo.description,
    Homepage: repo.homepage,
    Topics: repo.topics.join(', '),
    Licence: repo.license ?? 'none',
    'Default branch': repo.defaultBranch,
    Created: repo.createdAt,
    'Last push': repo.pushedAt,
    Archived: repo.archived,
    'Fork of': repo.forkOf ?? 'none',
    Stars: repo.stars,
    Forks: repo.forks,
    Watchers: repo.watchers,
    'Open issues': issues,
    'Open pull requests': pulls,
  }
  return Object.entries(values).map(([name, value]) => ({ name, value, asOf }))
}

function countedFacts(overview: Overview): Fact[] {
  const { age, commits, stars, languages, release, cadence, unreleased, contributors } = overview
  const fact = <T>(name: string, panel: Panel<T>, value: (data: T) => Fact['value']): Fact =>
    'data' in panel
      ? { name, value: value(panel.data), asOf: panel.asOf }
      : { name, value: null, asOf: age.asOf }
  return [
    fact('Languages', languages, (all) =>
      all.map(({ name, share }) => `${name} ${(share * 100).toFixed(1)} %`).join(', '),
    ),
    fact('Latest release', release, (latest) => latest?.tag ?? 'none'),
    fact('Latest release published', release, (latest) => latest?.publishedAt ?? null),
    fact('Median days between releases', cadence, (found) => found && round(found.medianDays)),
    fact('Commits since the latest release', unreleased, (since) => since?.commits ?? null),
    fact('Commits in a year', commits, ({ total }) => total),
    fact('Median commits a week', commits, ({ median }) => median),
    fact('Stars of a year that were kept', stars, ({ total }) => total),
    fact('Contributors', contributors, ({ total }) => total),
    fact('Bus factor', contributors, ({ busFactor }) => busFactor?.people ?? null),
  ]
}

function reportFacts({ report, age: { asOf } }: Overview): Fact[] {
  return report.map(({ tone, title, detail }, index) => ({
    name: `Report: ${reportNames[index] ?? index}`,
    value: `${tone}: ${detail ? `${title} (${detail})` : title}`,
    asOf,
  }))
}

function round(days: number): number {
  return Math.round(days * 10) / 10
}
