import type { Panel as GitHubPanel, Repo } from '@repo/github'
import { Count } from '@repo/ui/count'
import { Row, Rows } from '@repo/ui/list-rows'
import { Panel } from '@repo/ui/panel'
import { Stat, StatList } from '@repo/ui/stat'
import { Timestamp } from '@repo/ui/timestamp'
import type { StarChart } from './star-chart.ts'

type RepoStatsProps = {
  repo: Repo
  openPulls: GitHubPanel<number | null>
  stars: GitHubPanel<StarChart>
  hrefOf: (section: 'issues' | 'pulls') => string | undefined
}

/** The key figures of a repository. */
export function RepoStats({ repo, openPulls, stars, hrefOf }: RepoStatsProps) {
  const recent = 'data' in stars ? stars.data.recent : 0
  const githubHref = (path: string) => (repo.url ? `${repo.url}${path}` : undefined)
  return (
    <StatList label="Figures">
      <Stat
        label="Stars"
        value={<Figure value={repo.stars} />}
        detail={
          recent > 0 && (
            <>
              +<Count value={recent} /> in the past 4 weeks
            </>
          )
        }
        href={githubHref('/stargazers')}
      />
      <Stat label="Forks" value={<Figure value={repo.forks} />} href={githubHref('/forks')} />
      <Stat
        label="Watchers"
        value={<Figure value={repo.watchers} />}
        href={githubHref('/watchers')}
      />
      <OpenStats repo={repo} openPulls={openPulls} hrefOf={hrefOf} />
    </StatList>
  )
}

/** Open issues and pull requests. GitHub counts them together; they are separate if both are known. */
function OpenStats({ repo, openPulls, hrefOf }: Omit<RepoStatsProps, 'stars'>) {
  const { openIssuesAndPulls: issuesAndPulls, issuesDisabled } = repo
  const disabled = issuesDisabled ? 'Issues are disabled' : undefined
  const pulls = 'data' in openPulls ? openPulls.data : null
  if (issuesAndPulls === null || pulls === null) {
    return (
      <Stat
        label="Open issues and pull requests"
        value={<Figure value={issuesAndPulls} />}
        detail={disabled}
        href={hrefOf('issues')}
      />
    )
  }
  return (
    <>
      <Stat
        label="Open issues"
        value={issuesDisabled ? 'none' : <Figure value={Math.max(issuesAndPulls - pulls, 0)} />}
        detail={disabled}
        href={hrefOf('issues')}
      />
      <Stat label="Open pull requests" value={<Figure value={pulls} />} href={hrefOf('pulls')} />
    </>
  )
}

/** The default branch and dates; "unknown" when GitHub does not return them. */
export function RepoFacts({ repo }: { repo: Repo }) {
  const { defaultBranch: branch, url } = repo
  return (
    <Panel title="Details">
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
