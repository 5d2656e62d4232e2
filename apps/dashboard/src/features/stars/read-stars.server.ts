import type { GitHub, ToPanel } from '@repo/github'
import { type Age, ageOf } from '#components/panel/age.tsx'
import { mapPanel } from '#components/panel/panel-data.ts'
import { fullStarChart } from './full-star-chart.ts'
import type { StarsViewProps } from './stars-view.tsx'

/** Reads all stars of a repository, with the credentials of `github`. */
export async function readStars(
  { github, panel }: { github: GitHub; panel: ToPanel },
  { owner, repo }: { owner: string; repo: string },
): Promise<StarsViewProps & { age: Age }> {
  const [facts, history, releases] = await Promise.all([
    github.getRepo(owner, repo),
    panel(github.getFullStarHistory(owner, repo)),
    panel(github.listReleases(owner, repo, { page: 1, isOptional: true })),
  ])
  const marked = 'data' in releases ? releases.data.items : undefined
  const stars = mapPanel(history, (data) => fullStarChart(data, facts.data.stars, marked))
  return { repo: facts.data, age: ageOf(facts), stars }
}
