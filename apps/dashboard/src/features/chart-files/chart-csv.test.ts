import { createHeatmapPlot } from '@repo/ui/heatmap-plot'
import { createLinePlot } from '@repo/ui/line-plot'
import { createMirrorPlot } from '@repo/ui/mirror-plot'
import { expect, test } from 'vitest'
import type { ChartFile } from '#components/charts/chart-file.ts'
import { writeChartCsv } from './chart-csv.ts'

function write(chart: ChartFile['chart']): string[] {
  const data = { summary: '', emptyText: '', chart }
  const csv = writeChartCsv({ data, asOf: '2026-06-01T12:00:00.000Z' }, 'https://github.test/a/b')
  return csv.split('\r\n').slice(0, -3)
}

test('days have dates', () => {
  const labels = { firstDay: '2026-05-31T00:00:00.000Z' }
  const plot = createHeatmapPlot({ values: [1, 2], labels }, { rowLabels: [''] })
  expect(write({ form: 'heatmap', unit: 'commits', plot })).toEqual([
    '\uFEFF"day","commits"',
    '"2026-05-31",1',
    '"2026-06-01",2',
  ])
})

test('mirrored bars have a column each', () => {
  const plot = createMirrorPlot({ above: [5, 0], below: [3, 1], labels: ['May 2026', 'Jun 2026'] })
  expect(write({ form: 'mirror', units: ['additions', 'deletions'], plot })).toEqual([
    '\uFEFF"label","additions","deletions"',
    '"May 2026",5,3',
    '"Jun 2026",0,1',
  ])
})

test('a label that would be a formula is text, and "%" is "percent"', () => {
  const plot = createLinePlot({ values: [42.5], labels: ['=1+1'] })
  expect(write({ form: 'line', unit: '%', plot })).toEqual([
    '\uFEFF"label","percent"',
    '"\'=1+1",42.5',
  ])
})

test('a file without a chart has its date and its source', () => {
  expect(write(null)).toEqual([])
})
