import { derive } from '@repo/github'
import { formatAmount } from '@repo/ui/bar-plot'
import { type ReadChart, toChartFile } from '#components/charts/chart-file.ts'
import { parsePage } from '#components/list-query.ts'
import { createReleaseTimeline } from './release-timeline.ts'

/** The downloads of a page of releases as a file. */
export const readDownloadChart: ReadChart = async ({ github, owner, name, query }) =>
  toChartFile(await github.listReleases(owner, name, { page: parsePage(query) }), ({ items }) => {
    const timeline = derive(items, createReleaseTimeline)
    const plot = timeline?.downloads
    return {
      summary: formatAmount(timeline?.totalDownloads ?? 0, 'downloads'),
      note: 'GitHub does not count downloads of the source code',
      chart: plot ? { form: 'bars', plot, unit: 'downloads' } : null,
      emptyText: 'No downloads of attached files.',
    }
  })
