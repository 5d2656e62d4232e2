import type { Cadence, Checks, CommunityFile, Panel, Release, Repo, Unreleased } from '@repo/github'
import { isPartial } from '#components/panel/panel-data.ts'
import { staleText } from '#components/panel/stale-text.tsx'
import { unavailableLabels } from '#components/panel/unavailable-data-panel.tsx'
import { formatCadence } from '#components/release/format-release.ts'
import type { ReportLine } from '#components/report/report-line.tsx'
import type { TopContributors } from './contributor-panel.tsx'

/** The reads that the report card summarizes. */
export type ReportInput = {
  repo: Repo
  checks: Panel<Checks>
  release: Panel<Release | null>
  cadence: Panel<Cadence | null>
  unreleased: Panel<Unreleased | null>
  contributors: Panel<TopContributors>
  community: Panel<CommunityFile[] | null>
}

const YEAR_MS = 365 * 86_400_000

/** The report card of a repository: checks to make before depending on it, without a score. */
export function createReportCard(input: ReportInput, now: number): ReportLine[] {
  return [
    checksLine(input),
    pushLine(input, now),
    releaseLine(input),
    licenseLine(input),
    busFactorLine(input),
    communityLine(input),
  ]
}

function checksLine({ repo, checks }: ReportInput): ReportLine {
  return lineOf('Checks', checks, ({ state, total, returned, pending, failing, url }) => {
    const branch = repo.defaultBranch ?? 'the default branch'
    const evidence = url === null ? {} : { evidence: url }
    switch (state) {
      case 'passing':
        return {
          tone: 'good',
          title: `CI passing on ${branch}`,
          detail: `${total} of ${total} checks`,
          ...evidence,
        }
      case 'failing':
        return {
          tone: 'attention',
          title: `CI failing on ${branch}`,
          detail: `${failing.length} of ${total} checks: ${listNames(failing)}`,
          ...evidence,
        }
      case 'pending':
        return {
          tone: 'unknown',
          title: `CI running on ${branch}`,
          detail: `${pending} of ${total} checks in progress`,
          ...evidence,
        }
      case 'unknown':
        return {
          tone: 'unknown',
          title: `First ${returned} of ${total} checks pass on ${branch}`,
          detail: 'GitHub didn’t return the rest',
          ...evidence,
        }
      case 'none':
        return {
          tone: 'attention',
          title: `No CI on ${branch}`,
          detail: 'Nothing shows that the code builds or passes tests',
          ...evidence,
        }
    }
  })
}

function pushLine({ repo: { pushedAt, url } }: ReportInput, now: number): ReportLine {
  if (pushedAt === null) return { tone: 'unknown', title: 'Last push: unknown' }
  return {
    tone: now - Date.parse(pushedAt) < YEAR_MS ? 'good' : 'attention',
    title: 'Last push',
    at: pushedAt,
    ...evidenceAt(url, '/commits'),
  }
}

function releaseLine({ repo, release, cadence, unreleased }: ReportInput): ReportLine {
  return lineOf('Releases', release, (latest) => {
    if (latest === null) {
      return {
        tone: 'attention',
        title: 'No stable release',
        detail: 'Pre-releases and tags don’t count',
        ...evidenceAt(repo.url, '/releases'),
      }
    }
    const details = [
      'data' in cadence && cadence.data !== null
        ? `${formatCadence(cadence.data)} (median)`
        : undefined,
      'data' in unreleased && unreleased.data !== null && unreleased.data.commits !== null
        ? `${formatCount(unreleased.data.commits, 'commit')} since`
        : undefined,
    ].filter((detail) => detail !== undefined)
    return {
      tone: 'good',
      title: `${latest.tag} released`,
      ...(latest.publishedAt !== null && { at: latest.publishedAt }),
      ...(details.length > 0 && { detail: details.join(' · ') }),
      ...(latest.url !== null && { evidence: latest.url }),
    }
  })
}

function licenseLine({ repo, community }: ReportInput): ReportLine {
  const files = 'data' in community ? community.data : null
  const file = files?.find((candidate) => candidate.file === 'license')?.url ?? null
  const evidence = file === null ? evidenceAt(repo.url, '') : { evidence: file }
  const { license } = repo
  if (license === null) {
    return {
      tone: 'attention',
      title: 'No license',
      detail: 'Without one, nobody may use the code',
      ...evidence,
    }
  }
  if (license.spdxId !== null)
    return { tone: 'good', title: `${license.spdxId} license`, ...evidence }
  return license.name === null
    ? { tone: 'unknown', title: 'License: unknown', ...evidence }
    : {
        tone: 'attention',
        title: 'Other license',
        detail: 'Not a standard license: read it before you use the code',
        ...evidence,
      }
}

function busFactorLine({ repo, contributors }: ReportInput): ReportLine {
  return lineOf('Contributors', contributors, ({ busFactor, total }) => {
    const evidence = evidenceAt(repo.url, '/graphs/contributors')
    if (busFactor === null) {
      return { tone: 'unknown', title: 'No contributors yet', ...evidence }
    }
    const { people } = busFactor
    const sample = isPartial(contributors)
      ? `the top ${total} contributors wrote half of their`
      : `${total} contributors wrote half of the`
    return {
      tone: people > 2 ? 'good' : 'attention',
      title: `Bus factor ${people}`,
      detail: `${people} of ${sample} commits`,
      ...evidence,
    }
  })
}

const fileNames = {
  readme: 'README',
  license: 'license',
  contributing: 'contributing guide',
  codeOfConduct: 'code of conduct',
  issueTemplate: 'issue template',
  pullRequestTemplate: 'pull request template',
} as const satisfies Record<CommunityFile['file'], string>

function communityLine({ repo, community }: ReportInput): ReportLine {
  return lineOf('Community files', community, (files) => {
    if (files === null) {
      return {
        tone: 'unknown',
        title: 'Community files: unknown',
        detail: 'GitHub has no community profile for forks',
      }
    }
    const missing = files.flatMap(({ file, isPresent }) => (isPresent ? [] : fileNames[file]))
    const evidence = evidenceAt(repo.url, '/community')
    return missing.length === 0
      ? { tone: 'good', title: 'All community files present', ...evidence }
      : {
          tone: 'attention',
          title: `${missing.length} of ${files.length} community files are missing`,
          detail: missing.join(', '),
          ...evidence,
        }
  })
}

/** The line for a panel's data, or one that says why there is none. */
function lineOf<T>(subject: string, panel: Panel<T>, line: (data: T) => ReportLine): ReportLine {
  if (!('data' in panel)) {
    const until = panel.state === 'rate-limited' && { until: panel.until }
    return {
      tone: 'unknown',
      title: `${subject}: unknown`,
      detail: unavailableLabels[panel.state],
      ...until,
    }
  }
  const reportLine = line(panel.data)
  if (panel.state !== 'stale' || panel.reason !== 'upstream-error') return reportLine
  return {
    ...reportLine,
    detail: reportLine.detail ? `${reportLine.detail} · ${staleText}` : staleText,
  }
}

function formatCount(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

const MAX_LISTED = 3

function listNames(names: readonly string[]): string {
  const more = names.length - MAX_LISTED
  return more > 0 ? `${names.slice(0, MAX_LISTED).join(', ')} and ${more} more` : names.join(', ')
}

function evidenceAt(url: string | null, path: string): { evidence?: string } {
  return url === null ? {} : { evidence: `${url}${path}` }
}
