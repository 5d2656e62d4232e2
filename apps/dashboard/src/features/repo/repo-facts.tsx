import type { Repo } from '@repo/github'
import { Count } from '@repo/ui/count'
import { Row, Rows } from '@repo/ui/list-rows'
import { Moment } from '@repo/ui/moment'
import { Panel } from '@repo/ui/panel'
import { Stat, StatList } from '@repo/ui/stat'

/** The figures that one looks for first. */
export function RepoStats({ repo }: { repo: Repo }) {
  return (
    <StatList label="Figures">
      <Stat label="Stars" value={<Figure value={repo.stars} />} />
      <Stat label="Forks" value={<Figure value={repo.forks} />} />
      <Stat label="Watchers" value={<Figure value={repo.watchers} />} />
      <Stat
        label="Open issues and pull requests"
        value={<Figure value={repo.openIssuesAndPulls} />}
        detail={repo.issuesDisabled ? 'issues are disabled' : undefined}
      />
    </StatList>
  )
}

/** Facts that are words and dates; what GitHub does not say is "unknown". */
export function RepoFacts({ repo }: { repo: Repo }) {
  return (
    <Panel title="Facts">
      <Rows>
        <Row main="Licence" end={repo.license ?? 'none'} />
        <Row main="Default branch" end={repo.defaultBranch ?? 'unknown'} />
        <Row main="Last push" end={repo.pushedAt ? <Moment date={repo.pushedAt} /> : 'unknown'} />
        <Row main="Created" end={repo.createdAt ? <Moment date={repo.createdAt} /> : 'unknown'} />
      </Rows>
    </Panel>
  )
}

function Figure({ value }: { value: number | null }) {
  return value === null ? 'unknown' : <Count value={value} compact />
}
