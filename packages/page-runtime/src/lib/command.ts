import { parseArgs } from 'node:util'
import { inspectPages, inspectSources, type PageRow } from './inspect.ts'

/**
 * Runs the `page-runtime` command.
 * @param args the project's folder; `--sources` before a build, with `--extensions` for custom
 *   `pageExtensions`; `--build` for a custom `distDir`.
 * @returns the lines to print, and the exit code.
 */
export function runCommand(args: readonly string[]): { lines: string[]; exitCode: 0 | 1 } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        sources: { type: 'boolean' },
        extensions: { type: 'string' },
        build: { type: 'string' },
      },
    })
    const [folder = '.'] = positionals
    const { pages, diagnostics } = values.sources
      ? inspectSources(folder, { extensions: values.extensions?.split(',') })
      : inspectPages(folder, values.build)

    if (diagnostics.length === 0) {
      return { lines: values.sources ? [] : [formatTable(pages)], exitCode: 0 }
    }
    const lines = diagnostics.map(
      ({ file, line, message, suggestion }) =>
        `${file}:${line} ${message}\n  Suggestion: ${suggestion}`,
    )
    return { lines, exitCode: 1 }
  } catch (error) {
    return { lines: [error instanceof Error ? error.message : String(error)], exitCode: 1 }
  }
}

const titles = ['Route', 'Requested', 'Runtime', 'Seconds', 'Cache-Control set by']

function formatTable(pages: readonly PageRow[]): string {
  const rows = [
    titles,
    ...pages.map(({ route, requestedRuntime, runtime, maxDuration, cacheControlSource }) => [
      route,
      requestedRuntime ?? '-',
      runtime,
      String(maxDuration ?? '-'),
      cacheControlSource,
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
