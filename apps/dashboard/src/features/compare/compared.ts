import type { Panel, UnavailablePanel } from '@repo/github'
import { formatShare } from '@repo/ui/share'
import { isPartial } from '#components/panel/panel-data.ts'
import { shorten } from '#components/prose/shorten.ts'
import type { UnreadRepo } from '#components/repo/unread-repo.ts'
import type { ReportLine } from '#components/report/report-line.tsx'
import { type OverviewAge, overviewAge } from '#features/overview/overview-age.ts'
import type { RepoDetails } from '#features/overview/repo-overview.tsx'
import type { ReportCard } from '#features/overview/report-card.ts'
import { reportSubjects } from '#features/overview/report-subjects.ts'
import type { ComparedRepo, CompareResult } from './read-compared.server.ts'
import { isSameName } from './same-name.ts'

/** A number, a lower bound of it, a feature that is turned off, or no data yet; null is "unknown". */
export type Figure = number | { moreThan: number } | 'disabled' | UnavailablePanel | null

/** The figures of a repository. */
export type Figures = {
  stars: Figure
  forks: Figure
  watchers: Figure
  openIssues: Figure
  openPulls: Figure
  contributors: Figure
  commits: Figure
  newStars: Figure
}

/** A repository's column in the comparison. */
export type Column = {
  name: string
  /** Absent for a public repository. */
  visibility?: 'private' | 'internal'
  /** Former names under which it was requested. */
  formerNames: string[]
  /** The same name again in the URL, in any letter case. */
  repeatedNames: string[]
  description: string | null
  isArchived: boolean
  age: OverviewAge
  figures: Figures
  languages: string | null
  report: ReportValues
  /** Why values differ from others of the column, or are not judged, in sentences. */
  reasons: { subject: string; text: string }[]
}

/** The status of a repository in a word, and a value for each subject of the report card. */
export type ReportValues = {
  status: Pick<ReportCard['status'], 'judgment' | 'title'>
  lines: ReportLine[]
}

/** Creates the columns of a comparison. */
export function createColumns(
  results: readonly CompareResult[],
  repeated: readonly string[] = [],
): (Column | UnreadRepo)[] {
  return results.map((result) => {
    if (!('overview' in result)) return result
    const names = [result.name, ...result.formerNames]
    const repeatedNames = repeated.filter((name) => names.some((other) => isSameName(name, other)))
    return { ...createColumn(result), repeatedNames }
  })
}

/** Returns the title of a comparison's page, with the current name of each repository. */
export function compareTitle(columns: readonly Pick<Column, 'name'>[]): string {
  const names = columns.map(({ name }) => name)
  return names.length > 0 ? `Compare ${names.join(', ')}` : 'Compare repositories'
}

const MAX_DESCRIPTION_LENGTH = 140

function createColumn({ overview, formerNames }: ComparedRepo): Omit<Column, 'repeatedNames'> {
  const { repo, openPulls, contributors, languages, report, commits, stars } = overview
  const issuesAndPulls = repo.openIssuesAndPulls
  const pulls = 'data' in openPulls ? openPulls.data : null
  return {
    name: repo.fullName,
    ...(repo.visibility && { visibility: repo.visibility }),
    formerNames,
    description: repo.description && shorten(repo.description, MAX_DESCRIPTION_LENGTH),
    isArchived: repo.archived,
    age: overviewAge(overview),
    figures: {
      stars: repo.stars,
      forks: repo.forks,
      watchers: repo.watchers,
      openIssues: repo.issuesDisabled ? 'disabled' : openIssueFigure(issuesAndPulls, pulls),
      openPulls: pulls,
      contributors: contributorFigure(contributors),
      commits: totalOf(commits),
      newStars: totalOf(stars),
    },
    languages: 'data' in languages ? formatLanguages(languages.data) : null,
    report: toValues(report),
    reasons: [...explainBots(contributors), ...explainUnknown(report)],
  }
}

/** The contributors include bots, which the bus factor in the same column leaves out. */
function explainBots(contributors: RepoDetails['contributors']): Column['reasons'] {
  if (!('data' in contributors)) return []
  const { total, busFactor } = contributors.data
  const bots = total - (busFactor?.total ?? 0)
  if (bots === 0) return []
  const all = `${isPartial(contributors) ? 'the top ' : ''}${total.toLocaleString('en')}`
  const text = `${bots.toLocaleString('en')} of ${all} ${bots === 1 ? 'is a bot' : 'are bots'}, which the bus factor excludes.`
  return [{ subject: 'Contributors in the past year', text }]
}

/** A cell has no room for why a value is not judged. */
function explainUnknown({ lines }: ReportCard): Column['reasons'] {
  return lines.flatMap(({ judgment, value, detail }, index) => {
    const subject = reportSubjects[index]
    const [reason] = detail?.split(' · ') ?? []
    const isExplained = judgment === 'unknown' && subject && value && reason && reason !== value
    return isExplained ? [{ subject, text: `${value}. ${reason}.` }] : []
  })
}

function totalOf(panel: Panel<{ total: number }>): Figure {
  return 'data' in panel ? panel.data.total : panel
}

function openIssueFigure(issuesAndPulls: number | null, pulls: number | null): Figure {
  return issuesAndPulls === null || pulls === null ? null : Math.max(issuesAndPulls - pulls, 0)
}

/** The date of a release is a part of its value; others say when a value was measured. */
const DATED_LINE = reportSubjects.indexOf('Releases')

function toValues({ status: { judgment, title }, lines }: ReportCard): ReportValues {
  return {
    status: { judgment, title },
    lines: lines.map(({ judgment, title, value = title, at, href }, index) => ({
      judgment,
      title: value,
      ...(at !== undefined && index === DATED_LINE && { at }),
      ...(href !== undefined && { href }),
    })),
  }
}

function contributorFigure(contributors: RepoDetails['contributors']): Figure {
  if (!('data' in contributors)) return null
  const { total } = contributors.data
  return isPartial(contributors) ? { moreThan: total } : total
}

const MAX_LANGUAGES = 3

function formatLanguages(languages: readonly { name: string; share: number }[]): string {
  const shares = languages
    .slice(0, MAX_LANGUAGES)
    .map(({ name, share }) => `${name} ${formatShare(share)}`)
  return shares.join(', ') || 'none'
}
