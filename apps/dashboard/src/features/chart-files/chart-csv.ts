import type { Snapshot } from '@repo/github'
import { labelAt } from '@repo/ui/bar-plot'
import type { ChartShape } from '@repo/ui/chart-image'
import type { ChartFile } from '#components/charts/chart-file.ts'
import { type CsvValue, writeCsv } from '#components/write-csv.ts'

type Labels = ChartShape['plot']['labels']

const DAY_MS = 86_400_000

/** Writes the values of a chart as a table, with the releases that it marks, its date and its source. */
export function writeChartCsv({ data, asOf }: Snapshot<ChartFile>, source: string): string {
  const rows = data.chart ? listRows(data.chart) : []
  return writeCsv([...rows, ['As of', asOf], ['Source', source]])
}

function listRows(chart: ChartShape): CsvValue[][] {
  const { values, labels, events } = chart.plot
  const [header, labelOf] = describeLabels(labels)
  const columns =
    chart.form === 'mirror'
      ? [
          { unit: chart.units[0], values },
          { unit: chart.units[1], values: chart.plot.below },
        ]
      : [{ unit: chart.unit === '%' ? 'percent' : chart.unit, values }]
  const eventsAt = (position: number) =>
    (events ?? []).flatMap(({ index, text }) => (index === position ? text : [])).join(', ')
  return [
    [header, ...columns.map(({ unit }) => unit), ...(events ? ['events'] : [])],
    ...values.map((_value, index) => [
      labelOf(index),
      ...columns.map((column) => column.values[index] ?? 0),
      ...(events ? [eventsAt(index)] : []),
    ]),
  ]
}

/** The header of the labels, and a label; a week or a day is an ISO 8601 date, for programs. */
function describeLabels(labels: Labels): [header: string, labelOf: (index: number) => string] {
  if ('firstWeek' in labels) return ['week', (index) => dateAfter(labels.firstWeek, 7 * index)]
  if ('firstDay' in labels) return ['day', (index) => dateAfter(labels.firstDay, index)]
  return ['label', (index) => labelAt(labels, index)]
}

function dateAfter(first: string, days: number): string {
  return new Date(Date.parse(first) + days * DAY_MS).toISOString().slice(0, 10)
}
