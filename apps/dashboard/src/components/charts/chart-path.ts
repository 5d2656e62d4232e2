import type { ChartName } from './chart-names.ts'

/** The path of a chart, without the extension of a file. */
export function chartPath(fullName: string, name: ChartName): string {
  return `/api/charts/repos/${fullName}/${name}`
}
