/** A table of a document that is made from constants. */
export type Table = { head: readonly string[]; rows: readonly (readonly string[])[] }

// The comments around a table contain its name.
const GENERATED = /(<!-- table: (\S+) -->\n)([\s\S]*?)(<!-- end of table -->)/g

/** Finds generated tables that differ from their constants, or have no constants. */
export function findOutdatedTables(
  documents: ReadonlyMap<string, string>,
  tables: Readonly<Record<string, Table>>,
): string[] {
  const found = [...documents].flatMap(([path, text]) =>
    [...text.matchAll(GENERATED)].map(([, , name = '', content]) => ({ path, name, content })),
  )
  const outdated = found
    .filter(({ name, content }) => content !== contentOf(tables[name]))
    .map(({ path, name }) => `${path}: outdated table ${name}; run pnpm check-docs --write`)
  const missing = Object.keys(tables)
    .filter((table) => !found.some(({ name }) => name === table))
    .map((name) => `no document contains the table ${name}`)
  return [...outdated, ...missing]
}

/** Writes the generated tables of a document from their constants. */
export function replaceTables(text: string, tables: Readonly<Record<string, Table>>): string {
  return text.replace(GENERATED, (all, start: string, name: string, _content, end: string) =>
    tables[name] ? `${start}${contentOf(tables[name])}${end}` : all,
  )
}

/** Formats a duration in seconds, such as `24 h 9 min`. */
export function formatDuration(seconds: number): string {
  if (seconds === 0) return 'none'
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`
  if (seconds < 60) return `${seconds} s`
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const
  return parts.flatMap(([count, unit]) => (count > 0 ? `${count} ${unit}` : [])).join(' ')
}

function contentOf(table: Table | undefined): string | undefined {
  return table && `\n${formatTable(table)}\n\n`
}

// Aligned as the formatter aligns it.
function formatTable({ head, rows }: Table): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
