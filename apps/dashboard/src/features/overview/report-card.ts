import type {
  Cadence,
  Checks,
  CommunityFile,
  Panel,
  Release,
  Repo,
  Responsiveness,
  SecurityAdvisory,
  Unreleased,
  WorkflowRuns,
} from '@repo/github'
import type { CommitChart } from '#components/charts/commit-chart.ts'
import { formatBusFactor } from '#components/format-bus-factor.ts'
import { formatDuration } from '#components/format-duration.ts'
import { isPartial } from '#components/panel/panel-data.ts'
import { staleText } from '#components/panel/stale-text.tsx'
import { unavailableLabels } from '#components/panel/unavailable-data-panel.tsx'
import { formatCadence } from '#components/release/format-cadence.ts'
import { tabPath } from '#components/repo/paths.ts'
import type { RepoSection } from '#components/repo/repo-sections.ts'
import { ciStateNames } from '#components/report/ci-state-names.ts'
import type { Judgment, ReportLine } from '#components/report/report-line.tsx'
import { classifyLicense } from './license-class.ts'
import {
  daysBetween,
  formatDay,
  INACTIVE_STATES,
  type RepoStatus,
  repoStatus,
  statusJudgments,
  statusNames,
} from './repo-status.ts'
import { LIMITS, reportLimits } from './report-limits.ts'
import { reportSubjects } from './report-subjects.ts'
import type { ContributorSummary } from './summarize-contributors.ts'

/** The reads that the report card summarizes. */
export type ReportInput = {
  repo: Repo
  commits: Panel<CommitChart>
  checks: Panel<Checks>
  runs: Panel<WorkflowRuns | null>
  release: Panel<Release | null>
  cadence: Panel<Cadence | null>
  unreleased: Panel<Unreleased | null>
  contributors: Panel<ContributorSummary>
  /** The responsiveness to issues, if it has been read for their page. */
  response: Panel<Responsiveness> | null
  advisories: Panel<SecurityAdvisory[]>
  community: Panel<CommunityFile[] | null>
}

/** A repository's status, and a judgment of each of the `reportSubjects`, without a score. */
export type ReportCard = {
  status: { judgment: Judgment; title: string } & Omit<RepoStatus, 'state'>
  lines: ReportLine[]
}

/** A line before its limit is added; `limit` replaces that of the table. */
type Finding = Omit<ReportLine, 'href' | 'value'> & { value: string; href?: string | undefined }

/** Creates the report card of a repository: what to check before depending on it. */
export function createReportCard(input: ReportInput, now: number): ReportCard {
  const status = repoStatus(input, now)
  const findings: Record<(typeof reportSubjects)[number], Finding> = {
    Maintenance: maintenanceLine(input, status),
    Releases: withoutPromise(releaseLine(input, now), status),
    Response: withoutPromise(responseLine(input), status),
    CI: withoutPromise(checksLine(input), status),
    License: licenseLine(input),
    People: withoutPromise(peopleLine(input), status),
    Security: securityLine(input, now),
    'Community files': communityLine(input),
  }
  const lines = reportSubjects.map((subject): ReportLine => {
    const { href, ...finding } = findings[subject]
    const { judgment } = finding
    const limit = judgment === 'unknown' ? undefined : reportLimits[subject][judgment]
    return { ...(limit && { limit }), ...finding, ...(href && { href }) }
  })
  const { state, ...facts } = status
  const judgment = statusJudgments[state]
  return { status: { judgment, title: statusNames[state], ...facts }, lines }
}

/** A good result of the past is not good in a repository that nobody works on any more. */
function withoutPromise(finding: Finding, { state }: RepoStatus): Finding {
  if (finding.judgment !== 'good' || !INACTIVE_STATES.includes(state)) return finding
  return { ...finding, judgment: 'attention', limit: `the repository is ${state}` }
}

function maintenanceLine(input: ReportInput, { state }: RepoStatus): Finding {
  const { commits, contributors } = input
  const href = pageOf(input, 'activity')
  const lastWeek = 'data' in contributors ? contributors.data.lastHumanWeek : null
  // The other states have the week in the line of the status.
  const isMissing = state === 'archived' || state === 'deprecated' || state === 'unknown'
  const last = isMissing && lastWeek && `Last one by a human in the week of ${formatDay(lastWeek)}`
  const finding = findingOf('Commits in the past year', commits, href, ({ total }) => ({
    judgment: 'unknown',
    title: `${formatCount(total, 'commit')} in the past year`,
    value: formatCount(total, 'commit'),
    ...(last && { detail: last }),
  }))
  const isDeclared = state === 'archived' || state === 'deprecated'
  return {
    ...finding,
    judgment: statusJudgments[state],
    ...(isDeclared && { limit: `the repository is ${state}` }),
  }
}

function releaseLine(input: ReportInput, now: number): Finding {
  const { release, cadence, unreleased } = input
  return findingOf('Releases', release, pageOf(input, 'releases'), (latest) => {
    if (latest === null) {
      return {
        judgment: 'attention',
        title: 'No stable release',
        value: 'none',
        detail: 'Pre-releases and tags don’t count',
      }
    }
    const commits =
      'data' in unreleased && unreleased.data !== null ? unreleased.data.commits : null
    const details = [
      'data' in cadence && cadence.data !== null
        ? `${formatCadence(cadence.data)} (median)`
        : undefined,
      commits === null ? undefined : `${formatCount(commits, 'commit')} since`,
    ].filter((detail) => detail !== undefined)
    return {
      judgment: judgeRelease(latest.publishedAt, commits, now),
      title: `${latest.tag} released`,
      value: latest.tag,
      ...(latest.publishedAt !== null && { at: latest.publishedAt }),
      ...(details.length > 0 && { detail: details.join(' · ') }),
    }
  })
}

/** Judges the latest release by its date and the number of commits since; null is unknown. */
export function judgeRelease(
  publishedAt: string | null,
  unreleasedCommits: number | null,
  now: number,
): Judgment {
  if (unreleasedCommits === 0) return 'good'
  if (publishedAt === null) return 'unknown'
  const age = daysBetween(Date.parse(publishedAt), now)
  if (age <= LIMITS.releaseGoodDays) return 'good'
  return age > LIMITS.releaseRiskDays && unreleasedCommits !== null ? 'risk' : 'attention'
}

function responseLine(input: ReportInput): Finding {
  const { repo, response } = input
  const href = pageOf(input, 'issues')
  if (repo.issuesDisabled) {
    return { judgment: 'unknown', title: 'Issues are disabled', value: 'disabled', href }
  }
  if (response === null) {
    return {
      judgment: 'unknown',
      title: 'Time to first response: not measured yet',
      value: 'not measured yet',
      detail: 'Open Issues to measure it (up to 5 requests)',
      href,
    }
  }
  return findingOf('Time to first response', response, href, ({ timeToFirstResponse }) => {
    const { sampleSize, responded, medianSeconds } = timeToFirstResponse
    const measuredAt = 'data' in response && { at: response.asOf }
    const detail = `${responded} of ${formatCount(sampleSize, 'recent issue')} answered`
    return {
      judgment: judgeResponse(timeToFirstResponse),
      title:
        medianSeconds === null
          ? 'No first response, as of'
          : `First response after ${formatDuration(medianSeconds)} (median), as of`,
      value: medianSeconds === null ? 'none' : formatDuration(medianSeconds),
      detail: sampleSize < LIMITS.minIssues ? `${detail}: too few to judge` : detail,
      ...measuredAt,
    }
  })
}

/** Judges the time to first response; unknown for too few issues. */
export function judgeResponse({
  sampleSize,
  responded,
  medianSeconds,
}: Pick<
  Responsiveness['timeToFirstResponse'],
  'sampleSize' | 'responded' | 'medianSeconds'
>): Judgment {
  if (sampleSize < LIMITS.minIssues) return 'unknown'
  const days = (medianSeconds ?? 0) / 86_400
  if (days > LIMITS.responseRiskDays) return 'risk'
  return days > LIMITS.responseGoodDays || responded * 2 < sampleSize ? 'attention' : 'good'
}

function checksLine(input: ReportInput): Finding {
  const { repo, checks, runs } = input
  const branch = repo.defaultBranch ?? 'the default branch'
  const share = passedShareOf(runs)
  return findingOf('Checks', checks, githubPage(repo, '/actions'), (found) => {
    const judgment = judgeChecks(found.state, share)
    return {
      judgment,
      ...describeChecks(found, branch, describeRuns(runs)),
      value: ciStateNames[found.state],
      ...(judgment === 'good' && share === 'too few' && { limit: 'passing, too few recent runs' }),
      ...(runs.state === 'rate-limited' && { until: runs.until }),
      ...(found.url !== null && { href: found.url }),
    }
  })
}

/** The share of the last runs that passed, or why it says nothing. */
type PassedShare = number | 'too few' | 'unknown'

function passedShareOf(runs: ReportInput['runs']): PassedShare {
  if (!('data' in runs)) return 'unknown'
  if (runs.data === null) return 'too few'
  const { passed, failed } = runs.data
  return passed + failed < LIMITS.minRuns ? 'too few' : passed / (passed + failed)
}

/** Judges the checks of the newest commit together with the share of the last runs that passed. */
export function judgeChecks(state: Checks['state'], passedShare: PassedShare): Judgment {
  const isBelow = (limit: number) => typeof passedShare === 'number' && passedShare < limit
  switch (state) {
    case 'passing':
      if (passedShare === 'unknown') return 'unknown'
      return isBelow(LIMITS.passedGood) ? 'attention' : 'good'
    case 'failing':
      return isBelow(LIMITS.passedRisk) ? 'risk' : 'attention'
    case 'none':
      return 'attention'
    case 'pending':
    case 'unknown':
      return 'unknown'
  }
}

function describeRuns(runs: ReportInput['runs']): string | undefined {
  if (!('data' in runs)) return `recent runs: ${unavailableLabels[runs.state].toLowerCase()}`
  if (runs.data === null) return undefined
  const { passed, failed } = runs.data
  return passed + failed > 0 ? `${passed} of ${passed + failed} runs passed` : undefined
}

function describeChecks(
  { state, total, returned, pending, failing }: Checks,
  branch: string,
  recent: string | undefined,
): Pick<Finding, 'title' | 'detail'> {
  const withRecent = (detail: string) => (recent ? `${detail} · ${recent}` : detail)
  switch (state) {
    case 'passing':
      return {
        title: `CI passing on ${branch}`,
        detail: withRecent(`${total} of ${total} checks`),
      }
    case 'failing':
      return {
        title: `CI failing on ${branch}`,
        detail: withRecent(`${failing.length} of ${total} checks: ${listNames(failing)}`),
      }
    case 'pending':
      return {
        title: `CI running on ${branch}`,
        detail: withRecent(`${pending} of ${total} checks in progress`),
      }
    case 'unknown':
      return {
        title: `First ${returned} of ${total} checks pass on ${branch}`,
        detail: 'GitHub didn’t return the rest',
      }
    case 'none':
      return {
        title: `No CI on ${branch}`,
        detail: withRecent('Nothing shows that the code builds or passes tests'),
      }
  }
}

function licenseLine({ repo, community }: ReportInput): Finding {
  const files = 'data' in community ? community.data : null
  const file = files?.find((candidate) => candidate.file === 'license')?.url ?? null
  const href = file ?? githubPage(repo, '')
  const { license } = repo
  switch (classifyLicense(license)) {
    case 'permissive':
      return {
        judgment: 'good',
        title: `${license?.spdxId} license`,
        value: `${license?.spdxId}`,
        detail: 'Permissive',
        href,
      }
    case 'copyleft':
      return {
        judgment: 'good',
        title: `${license?.spdxId} license`,
        value: `${license?.spdxId}`,
        detail: 'Copyleft: what you change and distribute has the same license',
        href,
      }
    case 'custom':
      return {
        judgment: 'attention',
        title: `${license?.spdxId ?? 'Other'} license`,
        value: license?.spdxId ?? 'Other',
        detail: 'Custom: read it before you use the code',
        href,
      }
    case 'none':
      return {
        judgment: 'risk',
        title: 'No license',
        value: 'none',
        detail: 'Without one, nobody may use the code',
        href,
      }
    case 'unknown':
      return { judgment: 'unknown', title: 'License: unknown', value: 'unknown', href }
  }
}

function peopleLine(input: ReportInput): Finding {
  const { contributors } = input
  const href = pageOf(input, 'contributors')
  return findingOf('Contributors', contributors, href, ({ busFactor }) => {
    const isIncomplete = isPartial(contributors)
    if (busFactor === null) {
      return {
        judgment: isIncomplete ? 'unknown' : 'risk',
        title: 'Nobody active in the past year',
        value: 'nobody active',
      }
    }
    const { people, total } = busFactor
    return {
      judgment: judgeBusFactor(people),
      title: `Bus factor ${people}`,
      value: `bus factor ${people}`,
      detail: formatBusFactor({ people, total }, { period: 'past year', hasMore: isIncomplete }),
    }
  })
}

/** Judges the number of people who wrote half of the commits. */
export function judgeBusFactor(people: number): Judgment {
  if (people >= LIMITS.busFactorGood) return 'good'
  return people <= LIMITS.busFactorRisk ? 'risk' : 'attention'
}

function securityLine({ repo, advisories }: ReportInput, now: number): Finding {
  const href = githubPage(repo, '/security')
  return findingOf('Security advisories', advisories, href, (all) => {
    const valid = all.filter(({ isWithdrawn }) => !isWithdrawn)
    const published = `${valid.length}${isPartial(advisories) ? ' or more' : ''}`
    const judgment = judgeAdvisories(valid, isPartial(advisories), now)
    const policy = 'policy: see GitHub'
    if (valid.length === 0) {
      return {
        judgment,
        title: 'No published advisories',
        value: '0 advisories',
        detail: `That doesn’t rule out vulnerabilities · ${policy}`,
      }
    }
    const unpatched = valid.filter(({ isPatched }) => isPatched === false).length
    const severe = valid.filter((advisory) => isSevere(advisory, now)).length
    const title = `${published} published ${valid.length === 1 ? 'advisory' : 'advisories'}`
    const details = [
      unpatched > 0 ? `${unpatched} without a patch` : undefined,
      severe > 0 ? `${severe} high or critical in the past year` : undefined,
      judgment === 'good' ? 'All patched' : undefined,
      judgment === 'unknown' ? 'GitHub didn’t return all details' : undefined,
      policy,
    ]
    const value = `${published} ${valid.length === 1 ? 'advisory' : 'advisories'}`
    return { judgment, title, value, detail: details.filter((detail) => detail).join(' · ') }
  })
}

function isSevere({ severity, publishedAt }: SecurityAdvisory, now: number): boolean {
  if (severity !== 'high' && severity !== 'critical') return false
  return (
    publishedAt !== null && daysBetween(Date.parse(publishedAt), now) <= LIMITS.severeAdvisoryDays
  )
}

/** Judges the published advisories, of which a partial list may lack some. */
export function judgeAdvisories(
  advisories: readonly SecurityAdvisory[],
  isIncomplete: boolean,
  now: number,
): Judgment {
  if (advisories.some(({ isPatched }) => isPatched === false)) return 'risk'
  if (advisories.some((advisory) => isSevere(advisory, now))) return 'attention'
  const isKnown = advisories.every(
    ({ isPatched, severity, publishedAt }) =>
      isPatched && severity !== null && publishedAt !== null,
  )
  return advisories.length > 0 && isKnown && !isIncomplete ? 'good' : 'unknown'
}

const fileNames = {
  readme: 'README',
  license: 'license',
  contributing: 'contributing guide',
  codeOfConduct: 'code of conduct',
  issueTemplate: 'issue template',
  pullRequestTemplate: 'pull request template',
} as const satisfies Record<CommunityFile['file'], string>

/** The files besides the license, which has a line of its own. */
function communityLine({ repo, community }: ReportInput): Finding {
  const href = githubPage(repo, '/community')
  return findingOf('Community files', community, href, (files) => {
    if (files === null) {
      return {
        judgment: 'unknown',
        title: 'Community files: unknown',
        value: 'unknown',
        detail: 'GitHub has no community profile for forks',
        href: undefined,
      }
    }
    const others = files.filter(({ file }) => file !== 'license')
    const missing = others.flatMap(({ file, isPresent }) => (isPresent ? [] : fileNames[file]))
    const isLicensed = files.every(({ file, isPresent }) => file !== 'license' || isPresent)
    const value = `${others.length - missing.length} of ${others.length}`
    if (missing.length > 0) {
      return {
        judgment: 'attention',
        title: `${missing.length} of ${others.length} community files are missing`,
        value,
        detail: missing.join(', '),
      }
    }
    return isPartial(community)
      ? {
          judgment: 'unknown',
          title: `${others.length} community files present`,
          value,
          detail: 'GitHub didn’t return the rest',
        }
      : {
          judgment: 'good',
          title: `All ${isLicensed ? '' : 'other '}community files present`,
          value,
        }
  })
}

/** The finding from a panel's data, or one that says why there is none. */
function findingOf<T>(
  subject: string,
  panel: Panel<T>,
  href: string | undefined,
  toFinding: (data: T) => Finding,
): Finding {
  if (!('data' in panel)) {
    const until = panel.state === 'rate-limited' && { until: panel.until }
    return {
      judgment: 'unknown',
      title: `${subject}: unknown`,
      value: unavailableLabels[panel.state],
      detail: unavailableLabels[panel.state],
      href,
      ...until,
    }
  }
  const finding = { href, ...toFinding(panel.data) }
  if (panel.state !== 'stale' || panel.reason !== 'upstream-error') return finding
  return { ...finding, detail: finding.detail ? `${finding.detail} · ${staleText}` : staleText }
}

function formatCount(count: number, unit: string): string {
  return `${count.toLocaleString('en')} ${unit}${count === 1 ? '' : 's'}`
}

const MAX_LISTED = 3

function listNames(names: readonly string[]): string {
  const more = names.length - MAX_LISTED
  return more > 0 ? `${names.slice(0, MAX_LISTED).join(', ')} and ${more} more` : names.join(', ')
}

/** The page that shows a fact. */
function pageOf({ repo }: ReportInput, section: RepoSection): string {
  return tabPath(repo, section)
}

function githubPage({ url }: Repo, path: string): string | undefined {
  return url === null ? undefined : `${url}${path}`
}
