import type { ChartName } from './chart-names.ts'

/** The path of a chart as a file; `query` selects a range or a page of the data. */
export function chartPath(
  fullName: string,
  name: ChartName,
  format: 'svg' | 'csv',
  query = '',
): string {
  return `/api/charts/repos/${fullName}/${name}.${format}${query}`
}
