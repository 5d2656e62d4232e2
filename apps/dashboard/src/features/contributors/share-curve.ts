import { busFactor } from '@repo/github'
import { createLinePlot, type LinePlot } from '@repo/ui/line-plot'

/**
 * Lays out the cumulative share of commits, in percent, of the most active contributors without bots,
 * and marks the bus factor. Null for fewer than two people, and on the server only: it loads d3.
 */
export function createShareCurve(
  contributors: readonly { isBot: boolean; commits: number | null }[],
): LinePlot | null {
  const factor = busFactor(contributors)
  if (factor === null || factor.total < 2) return null
  const counts = contributors
    .flatMap(({ isBot, commits }) => (isBot || !commits ? [] : commits))
    .toSorted((a, b) => b - a)
  const total = counts.reduce((sum, count) => sum + count, 0)
  let covered = 0
  const shares = counts.map((count) => {
    covered += count
    return Math.round((covered / total) * 1000) / 10
  })
  const labels = counts.map((_, index) => (index === 0 ? 'Top person' : `Top ${index + 1} people`))
  return createLinePlot(
    { values: [0, ...shares], labels: ['Nobody', ...labels] },
    {
      maxValue: 100,
      ticks: [
        { index: 0, text: '0' },
        { index: counts.length, text: `${counts.length} people` },
      ],
      marks: [{ index: factor.people, text: `Bus factor ${factor.people}` }],
    },
  )
}
