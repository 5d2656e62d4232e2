import { derive, type GitHub, type ToPanel } from '@repo/github'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { createIssueCharts, mapToAgeChart } from './issue-charts.ts'
import type { IssueStatisticsProps } from './issue-statistics.tsx'

/** Reads the statistics of issues or pull requests, with the credentials of `github`. */
export async function readIssueStatistics(
  { github, panel }: { github: GitHub; panel: ToPanel },
  { owner, repo }: { owner: string; repo: string },
  kind: IssueStatisticsProps['kind'],
): Promise<IssueStatisticsProps & { age: Age }> {
  const [facts, charts, oldest] = await Promise.all([
    github.getRepo(owner, repo),
    panel(github.listConversations(owner, repo), (data) => derive(data, createIssueCharts, kind)),
    panel(github.listIssuesOrPulls(owner, repo, { kind, state: 'open', sort: 'oldest', page: 1 })),
  ])
  return { repo: facts.data, age: ageOf(facts), kind, charts, ages: mapToAgeChart(oldest) }
}
