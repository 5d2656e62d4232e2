import type { ParsedUrlQuery } from 'node:querystring'
import { derive, type GitHub, type ToPanel } from '@repo/github'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { mapPanel } from '#components/panel/panel-data.ts'
import { codeChart, commitCharts, sumParticipation } from './activity-charts.ts'
import type { ActivityViewProps } from './activity-view.tsx'
import { parseRange } from './range.ts'

/** Reads a repository's activity, with the credentials of `github`. */
export async function readActivity(
  { github, panel }: { github: GitHub; panel: ToPanel },
  { owner, repo }: { owner: string; repo: string },
  query: ParsedUrlQuery,
): Promise<ActivityViewProps & { age: Age }> {
  const range = parseRange(query)
  const [facts, weeks, releases, code, participation] = await Promise.all([
    github.getRepo(owner, repo),
    panel(github.getCommitActivity(owner, repo)),
    panel(github.listReleases(owner, repo, { page: 1, isOptional: true })),
    panel(github.getCodeFrequency(owner, repo), (weeks) => derive(weeks, codeChart, range)),
    panel(github.getParticipation(owner, repo), (weeks) => sumParticipation(weeks, range)),
  ])
  const marked = 'data' in releases ? releases.data.items : undefined
  const commits = mapPanel(weeks, (data) => derive(data, commitCharts, range, marked))
  return { repo: facts.data, range, age: ageOf(facts), commits, code, participation }
}
