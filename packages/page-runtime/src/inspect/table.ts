import type { PageRow } from './inspect-pages.ts'

const titles = ['Route', 'Asked', 'Runtime', 'Seconds', 'Cache header from']

/** Prints pages as a table of text. */
export function tableOf(pages: readonly PageRow[]): string {
  const rows = [
    titles,
    ...pages.map(({ route, asked, runtime, maxDuration, cacheHeaderFrom }) => [
      route,
      asked ?? '-',
      runtime,
      String(maxDuration ?? '-'),
      cacheHeaderFrom,
    ]),
  ]
  const widths = titles.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
