import type {
  Cadence,
  Checks,
  CommunityFile,
  Panel,
  Release,
  Repo,
  UnavailablePanel,
  Unreleased,
} from '@repo/github'
import { isPartial } from '#components/panel/panel-data.ts'
import { formatCadence } from '#components/release/format-cadence.ts'
import type { ReportLine } from '#components/report/report-line.tsx'
import type { TopContributors } from './top-contributors.ts'

/** What the report card is made of. */
export type Reported = {
  repo: Repo
  checks: Panel<Checks>
  release: Panel<Release | null>
  cadence: Panel<Cadence | null>
  unreleased: Panel<Unreleased | null>
  contributors: Panel<TopContributors>
  community: Panel<CommunityFile[] | null>
}

const year = 365 * 86_400_000

/** The report card of a repository: what one looks at before one depends on it, without a score. */
export function reportCard(reported: Reported, now: number): ReportLine[] {
  return [
    checksLine(reported),
    pushLine(reported, now),
    releaseLine(reported),
    licenseLine(reported),
    workLine(reported),
    communityLine(reported),
  ]
}

function checksLine({ repo, checks }: Reported): ReportLine {
  return lineOf('Checks', checks, ({ state, total, returned, pending, failing, url }) => {
    const branch = repo.defaultBranch ?? 'the default branch'
    const evidence = url === null ? {} : { evidence: url }
    switch (state) {
      case 'passing':
        return {
          tone: 'good',
          title: `Checks pass on ${branch}`,
          detail: `${total} of ${total}`,
          ...evidence,
        }
      case 'failing':
        return {
          tone: 'attention',
          title: `Checks fail on ${branch}`,
          detail: `${failing.length} of ${total}: ${listed(failing)}`,
          ...evidence,
        }
      case 'pending':
        return {
          tone: 'unknown',
          title: `Checks are running on ${branch}`,
          detail: `${pending} of ${total} are not done`,
          ...evidence,
        }
      case 'unknown':
        return {
          tone: 'unknown',
          title: `The first checks pass on ${branch}`,
          detail: `${returned} of ${total}: GitHub gave no more`,
          ...evidence,
        }
      case 'none':
        return {
          tone: 'attention',
          title: `No checks on ${branch}`,
          detail: 'nothing tells whether it works',
          ...evidence,
        }
    }
  })
}

function pushLine({ repo: { pushedAt, url } }: Reported, now: number): ReportLine {
  if (pushedAt === null) return { tone: 'unknown', title: 'Last push: unknown' }
  return {
    tone: now - Date.parse(pushedAt) < year ? 'good' : 'attention',
    title: 'Last push',
    at: pushedAt,
    ...at(url, '/commits'),
  }
}

function releaseLine({ repo, release, cadence, unreleased }: Reported): ReportLine {
  return lineOf('Releases', release, (latest) => {
    if (latest === null) {
      return {
        tone: 'attention',
        title: 'No full release',
        detail: 'a pre-release or a tag does not count',
        ...at(repo.url, '/releases'),
      }
    }
    const details = [
      'data' in cadence && cadence.data !== null ? formatCadence(cadence.data) : undefined,
      'data' in unreleased && unreleased.data !== null
        ? `${counted(unreleased.data.commits, 'commit')} since`
        : undefined,
    ].filter((detail) => detail !== undefined)
    return {
      tone: 'good',
      title: `Released ${latest.tag}`,
      ...(latest.publishedAt !== null && { at: latest.publishedAt }),
      ...(details.length > 0 && { detail: details.join(' · ') }),
      ...(latest.url !== null && { evidence: latest.url }),
    }
  })
}

function licenseLine({ repo, community }: Reported): ReportLine {
  const files = 'data' in community ? community.data : null
  const file = files?.find((one) => one.file === 'license')?.url ?? null
  const evidence = file === null ? at(repo.url, '') : { evidence: file }
  return repo.license === null
    ? { tone: 'attention', title: 'No license', detail: 'no right to use it', ...evidence }
    : { tone: 'good', title: `License: ${repo.license}`, ...evidence }
}

function workLine({ repo, contributors }: Reported): ReportLine {
  return lineOf('Contributors', contributors, ({ busFactor, total }) => {
    const evidence = at(repo.url, '/graphs/contributors')
    if (busFactor === null) {
      return { tone: 'unknown', title: 'GitHub knows nobody who has committed', ...evidence }
    }
    const { people } = busFactor
    const of = isPartial(contributors) ? `the first ${total}` : total
    return {
      tone: people > 2 ? 'good' : 'attention',
      title: people === 1 ? 'One person wrote half of it' : `${people} people wrote half of it`,
      detail: `bus factor ${people}, of ${of} contributors`,
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

function communityLine({ repo, community }: Reported): ReportLine {
  return lineOf('Community files', community, (files) => {
    if (files === null) {
      return {
        tone: 'unknown',
        title: 'Community files: unknown',
        detail: 'GitHub keeps no profile of a fork',
      }
    }
    const missing = files.flatMap(({ file, isPresent }) => (isPresent ? [] : fileNames[file]))
    const evidence = at(repo.url, '/community')
    return missing.length === 0
      ? { tone: 'good', title: 'All community files are there', ...evidence }
      : {
          tone: 'attention',
          title: `${missing.length} of ${files.length} community files are missing`,
          detail: missing.join(', '),
          ...evidence,
        }
  })
}

/** The line that a panel's data makes, or one that says why there is none. */
function lineOf<T>(subject: string, panel: Panel<T>, line: (data: T) => ReportLine): ReportLine {
  if (!('data' in panel)) {
    return { tone: 'unknown', title: `${subject}: unknown`, ...whyUnknown(panel) }
  }
  const made = line(panel.data)
  if (panel.state !== 'stale' || panel.reason !== 'upstream-error') return made
  const old = 'GitHub is not answering: this is its last good answer'
  return { ...made, detail: made.detail ? `${made.detail} · ${old}` : old }
}

function whyUnknown(panel: UnavailablePanel): Pick<ReportLine, 'detail' | 'until'> {
  switch (panel.state) {
    case 'computing':
      return { detail: 'GitHub is still counting' }
    case 'rate-limited':
      return { detail: 'GitHub asks us to wait', until: panel.until }
    case 'forbidden':
      return { detail: 'GitHub does not give this' }
    case 'needs-token':
      return { detail: 'needs a GITHUB_TOKEN' }
    case 'unavailable':
      return { detail: 'GitHub gave no usable answer' }
  }
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

const mostListed = 3

function listed(names: readonly string[]): string {
  const more = names.length - mostListed
  return more > 0 ? `${names.slice(0, mostListed).join(', ')} and ${more} more` : names.join(', ')
}

function at(url: string | null, path: string): { evidence?: string } {
  return url === null ? {} : { evidence: `${url}${path}` }
}
