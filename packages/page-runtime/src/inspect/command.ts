import { parseArgs } from 'node:util'
import { inspectPages, inspectSources } from './inspect-pages.ts'
import { tableOf } from './table.ts'

/**
 * The `page-runtime` command.
 * @param args are its arguments: the project's folder; `--sources` before a build, with
 *   `--extensions` where the project has `pageExtensions` of its own; `--build` for its `distDir`.
 * @returns what it prints, and its exit code.
 */
export function pageRuntime(args: readonly string[]): { lines: string[]; code: 0 | 1 } {
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
    const { pages, mistakes } = values.sources
      ? inspectSources(folder, { extensions: values.extensions?.split(',') })
      : inspectPages(folder, values.build)

    const told = mistakes.map(
      ({ file, line, problem, wayOut }) => `${file}:${line} ${problem}\n  Way out: ${wayOut}`,
    )
    if (told.length > 0) return { lines: told, code: 1 }
    return { lines: values.sources ? [] : [tableOf(pages)], code: 0 }
  } catch (error) {
    return { lines: [error instanceof Error ? error.message : String(error)], code: 1 }
  }
}
