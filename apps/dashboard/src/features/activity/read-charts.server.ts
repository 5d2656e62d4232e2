import { derive } from '@repo/github'
import { formatAmount } from '@repo/ui/bar-plot'
import {
  type ChartFile,
  type ChartRequest,
  type ReadChart,
  toChartFile,
} from '#components/charts/chart-file.ts'
import { type CommitCharts, codeChart, commitCharts } from './activity-charts.ts'
import { parseRange, periodOfYear, ranges } from './range.ts'

/** The charts of the activity page as files, in the range of the query. */
export const activityCharts = {
  commits: (request) =>
    readCommits(request, ({ weeks: { plot, total } }) => ({
      chart: { form: 'bars', plot, unit: 'commits' },
      total,
      note: plot.events && 'Marks: the latest releases',
    })),
  'commits-per-day': (request) =>
    readCommits(request, ({ weeks: { total }, days }) => ({
      chart: { form: 'heatmap', plot: days, unit: 'commits' },
      total,
      note: 'The stronger the color, the more commits · UTC',
    })),
  'commits-by-weekday': (request) =>
    readCommits(request, ({ weeks: { total }, weekdays }) => ({
      chart: { form: 'bars', plot: weekdays, unit: 'commits' },
      total,
      note: 'UTC',
    })),
  'code-frequency': async ({ github, owner, name, query }) => {
    const range = parseRange(query)
    const { period } = ranges[range]
    return toChartFile(await github.getCodeFrequency(owner, name), (weeks) => {
      const code = derive(weeks, codeChart, range)
      return {
        summary: code
          ? `${formatAmount(code.added, 'additions')} · ${formatAmount(code.removed, 'deletions')} ${period}`
          : '',
        chart: code && { form: 'mirror', plot: code.plot, units: ['additions', 'deletions'] },
        emptyText: code
          ? `No lines changed ${period}.`
          : 'GitHub doesn’t provide code frequency above 10,000 commits.',
      }
    })
  },
} satisfies Record<string, ReadChart>

type CommitFile = Pick<ChartFile, 'chart' | 'note'> & { total: number }

async function readCommits(
  { github, panel, owner, name, query }: ChartRequest,
  format: (charts: CommitCharts) => CommitFile,
) {
  const range = parseRange(query)
  const period = periodOfYear(range)
  const [weeks, releases] = await Promise.all([
    github.getCommitActivity(owner, name),
    panel(github.listReleases(owner, name, { page: 1, isOptional: true })),
  ])
  const marked = 'data' in releases ? releases.data.items : undefined
  return toChartFile(weeks, (data): ChartFile => {
    const { total, ...file } = format(derive(data, commitCharts, range, marked))
    return {
      ...file,
      summary: `${formatAmount(total, 'commits')} ${period}`,
      emptyText: `No commits ${period}.`,
    }
  })
}
