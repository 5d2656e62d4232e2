import type { Panel as GitHubPanel, Repo } from '@repo/github'
import { Count } from '@repo/ui/count'
import { Row, Rows } from '@repo/ui/list-rows'
import { Panel } from '@repo/ui/panel'
import { Stat, StatList } from '@repo/ui/stat'
import { Timestamp } from '@repo/ui/timestamp'
import type { StarChart } from './star-chart.ts'

type RepoStatsProps = {
  repo: Repo
  openPulls: GitHubPanel<number>
  stars: GitHubPanel<StarChart>
  hrefOf: (section: 'issues' | 'pulls') => string | undefined
}

/** The figures that one looks for first. */
export function RepoStats({ repo, openPulls, stars, hrefOf }: RepoStatsProps) {
  const recent = 'data' in stars ? stars.data.recent : 0
  const evidence = (path: string) => (repo.url ? `${repo.url}${path}` : undefined)
  return (
    <StatList label="Figures">
      <Stat
        label="Stars"
        value={<Figure value={repo.stars} />}
        detail={
          recent > 0 && (
            <>
              +<Count value={recent} /> in 4 weeks
            </>
          )
        }
        href={evidence('/stargazers')}
      />
      <Stat label="Forks" value={<Figure value={repo.forks} />} href={evidence('/forks')} />
      <Stat
        label="Watchers"
        value={<Figure value={repo.watchers} />}
        href={evidence('/watchers')}
      />
      <OpenStats repo={repo} openPulls={openPulls} hrefOf={hrefOf} />
    </StatList>
  )
}

/** Issues and pull requests, which GitHub counts together; apart where both numbers are known. */
function OpenStats({ repo, openPulls, hrefOf }: Omit<RepoStatsProps, 'stars'>) {
  const { openIssuesAndPulls: both, issuesDisabled } = repo
  const disabled = issuesDisabled ? 'issues are disabled' : undefined
  if (both === null || !('data' in openPulls)) {
    return (
      <Stat
        label="Open issues and pull requests"
        value={<Figure value={both} />}
        detail={disabled}
        href={hrefOf('issues')}
      />
    )
  }
  return (
    <>
      <Stat
        label="Open issues"
        value={issuesDisabled ? 'none' : <Figure value={Math.max(both - openPulls.data, 0)} />}
        detail={disabled}
        href={hrefOf('issues')}
      />
      <Stat
        label="Open pull requests"
        value={<Figure value={openPulls.data} />}
        href={hrefOf('pulls')}
      />
    </>
  )
}

/** Facts that are words and dates; what GitHub does not say is "unknown". */
export function RepoFacts({ repo }: { repo: Repo }) {
  const { defaultBranch: branch, url } = repo
  return (
    <Panel title="Facts">
      <Rows>
        <Row
          main="Default branch"
          end={
            branch && url ? <a href={`${url}/tree/${branch}`}>{branch}</a> : (branch ?? 'unknown')
          }
        />
        <Row
          main="Last push"
          end={repo.pushedAt ? <Timestamp date={repo.pushedAt} /> : 'unknown'}
        />
        <Row
          main="Created"
          end={repo.createdAt ? <Timestamp date={repo.createdAt} /> : 'unknown'}
        />
      </Rows>
    </Panel>
  )
}

function Figure({ value }: { value: number | null }) {
  return value === null ? 'unknown' : <Count value={value} compact />
}
