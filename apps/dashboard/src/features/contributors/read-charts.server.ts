import { derive, type Snapshot } from '@repo/github'
import type { LinePlot } from '@repo/ui/line-plot'
import { type ChartFile, type ReadChart, toChartFile } from '#components/charts/chart-file.ts'
import { paginateContributors, summarizeLastYear } from './contributor-lists.ts'

/** The shares of commits of the most active people as files. */
export const contributorCharts = {
  'commit-share': ({ github, owner, name }) =>
    toShareFile(github.getContributorStats(owner, name), (active) =>
      derive(active, summarizeLastYear),
    ),
  'commit-share-all-time': ({ github, owner, name }) =>
    toShareFile(github.listContributors(owner, name, { isOptional: false }), (all) =>
      derive(all, paginateContributors, 1),
    ),
} satisfies Record<string, ReadChart>

async function toShareFile<T>(
  read: Promise<Snapshot<T>>,
  summarize: (data: T) => { total: number; curve: LinePlot | null },
): Promise<Snapshot<ChartFile>> {
  const snapshot = await read
  return toChartFile(snapshot, (data) => {
    const { total, curve } = summarize(data)
    return {
      summary: `${total.toLocaleString('en')} ${total === 1 ? 'contributor' : 'contributors'}`,
      note: snapshot.partial && 'GitHub returned the most active contributors only',
      chart: curve && { form: 'line', plot: curve, unit: '%' },
      emptyText: 'Not enough contributors for a chart.',
    }
  })
}
