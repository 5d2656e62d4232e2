import { activityCharts } from '#features/activity/read-charts.server.ts'
import { sendChart } from '#features/chart-files/send-chart.server.ts'
import { contributorCharts } from '#features/contributors/read-charts.server.ts'
import { issueCharts } from '#features/issues/read-charts.server.ts'
import { readStarChart } from '#features/overview/read-chart.server.ts'
import { readDownloadChart } from '#features/releases/read-chart.server.ts'
import { readFullStarChart } from '#features/stars/read-chart.server.ts'
import { IMAGE_DEADLINE_MS } from '#server/deadlines.ts'
import { serveGitHubApi } from '#server/serve-api.ts'

const readers = {
  ...activityCharts,
  ...contributorCharts,
  ...issueCharts,
  stars: readStarChart,
  'stars-all-time': readFullStarChart,
  downloads: readDownloadChart,
}

/** A chart of a repository as a file: `acme/rocket/commits.svg`, `commits.csv?range=3m`. */
export default serveGitHubApi(
  (req, res, request) => sendChart(req, res, request, readers),
  IMAGE_DEADLINE_MS,
)
