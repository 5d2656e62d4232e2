import { formatAmount } from '@repo/ui/bar-plot'
import { type ReadChart, toChartFile } from '#components/charts/chart-file.ts'
import { fullStarChart } from './full-star-chart.ts'

/** The stars of all time as a file. */
export const readFullStarChart: ReadChart = async ({ github, panel, owner, name, repo }) => {
  const [{ data: facts }, history, releases] = await Promise.all([
    repo,
    github.getFullStarHistory(owner, name),
    panel(github.listReleases(owner, name, { page: 1, isOptional: true })),
  ])
  const marked = 'data' in releases ? releases.data.items : undefined
  return toChartFile(history, (data) => {
    const { plot, total, isEstimated } = fullStarChart(data, facts.stars, marked)
    return {
      summary: `${formatAmount(total, 'stars')} in total`,
      note: [
        'Removed stars are not counted',
        ...(plot.events ? ['marks: the latest releases'] : []),
        ...(isEstimated ? ['weeks between the samples are estimated'] : []),
      ].join(' · '),
      chart: { form: 'line', plot, unit: 'stars' },
      emptyText: 'No stars yet.',
    }
  })
}
