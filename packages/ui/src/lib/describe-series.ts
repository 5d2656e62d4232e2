import { labelAt, type Series } from './series.ts'

/** Describes the range, the extremes and the last value of a chart, in one sentence each. */
export function describeSeries(series: Series, unit: string): string {
  const { values, labels } = series
  if (values.length === 0) return 'No data.'

  const last = values.length - 1
  const valueAt = (index: number) =>
    `${formatAmount(values[index] ?? 0, unit)} (${labelAt(labels, index)})`

  return [
    `${values.length} values from ${labelAt(labels, 0)} to ${labelAt(labels, last)}.`,
    `Highest: ${valueAt(values.indexOf(Math.max(...values)))}.`,
    `Lowest: ${valueAt(values.indexOf(Math.min(...values)))}.`,
    `Last: ${valueAt(last)}.`,
  ].join(' ')
}

/** Formats a value with its unit: `1 commit`, `1,200 commits`, `42.5%`. */
export function formatAmount(value: number, unit: string): string {
  const space = unit === '%' ? '' : ' '
  return value.toLocaleString('en') + space + pluralizeUnit(value, unit)
}

/** Returns the unit in the singular for 1, else in the plural: `commit`, `commits`. */
function pluralizeUnit(value: number, unit: string): string {
  return value === 1 ? unit.replace(/s$/, '') : unit
}
