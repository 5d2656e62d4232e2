import { derive } from '@repo/github'
import { formatAmount } from '@repo/ui/bar-plot'
import { type ReadChart, toChartFile } from '#components/charts/chart-file.ts'
import { starChart } from './star-chart.ts'

/** The star history of the past year as a file. */
export const readStarChart: ReadChart = async ({ github, panel, owner, name, repo }) => {
  const [{ data: facts }, weeks, releases] = await Promise.all([
    repo,
    github.getStarHistory(owner, name),
    panel(github.listReleases(owner, name, { page: 1, isOptional: true })),
  ])
  const marked = 'data' in releases ? releases.data.items : undefined
  return toChartFile(weeks, (data) => {
    const { plot, total } = derive(data, starChart, facts.stars, marked)
    return {
      summary: `+${formatAmount(total, 'stars')} in the past year`,
      note: `Removed stars are not counted${plot.events ? ' · marks: the latest releases' : ''}`,
      chart: { form: 'line', plot, unit: 'stars' },
      emptyText: 'No stars yet.',
    }
  })
}
