import type { ExportError } from '#components/repo/unread-repo.ts'
import { writeCsv } from '#components/write-csv.ts'
import type { Fact, ListedExport, RepoExport } from './facts.ts'

/** A repository by itself, or in an export of several. */
export type Exported = RepoExport | ListedExport

/** The formats of an export. */
export const formats = {
  json: { type: 'application/json; charset=utf-8', write: writeJson },
  csv: { type: 'text/csv; charset=utf-8; header=present', write: writeFacts },
  md: { type: 'text/markdown; charset=utf-8', write: writeMarkdown },
} as const

export type Format = keyof typeof formats

/** Parses a file name into a name and a format; undefined for another extension. */
export function parseFileName(file: string): { name: string; format: Format } | undefined {
  const [, name, format] = /^(.+)\.(json|csv|md)$/.exec(file) ?? []
  if (name === undefined || (format !== 'json' && format !== 'csv' && format !== 'md')) return
  return { name, format }
}

function writeJson(repositories: readonly Exported[]): string {
  return `${JSON.stringify({ repositories }, null, 2)}\n`
}

/** Writes a row for each fact and a column for each repository. */
function writeFacts(repositories: readonly Exported[]): string {
  return writeCsv(rowsOf(repositories))
}

/** Writes a GitHub Flavored Markdown table. */
function writeMarkdown(repositories: readonly Exported[]): string {
  const [head = [], ...rows] = rowsOf(repositories)
  const line = ([name = null, ...values]: readonly Fact['value'][]) =>
    `| ${[markdownCell(name), ...values.map((value) => markdownValue(name, value))].join(' | ')} |`
  return `${[line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')}\n`
}

const urlFacts = new Set<Fact['value']>(['Homepage', 'Source'])

function markdownValue(name: Fact['value'], value: Fact['value']): string {
  const isUrl = urlFacts.has(name) && /^\s*https?:/i.test(String(value))
  return isUrl ? markdownLink(String(value)) : markdownCell(value)
}

// In angle brackets, only characters that would end the link or the cell need escaping.
function markdownLink(url: string): string {
  return `<${url.trim().replace(/[\s\p{Cc}|<>]/gu, encodeURIComponent)}>`
}

// Text from GitHub must not become markup, a mention or a link to an issue.
function markdownCell(value: Fact['value']): string {
  return String(value ?? 'unknown')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[&<>@#]/g, (character) => `&#${character.codePointAt(0)};`)
    .replace(/[\\`*_{}[\]()|~!]/g, '\\$&')
    .trim()
}

/** The facts as rows of a table: first the repositories' names, last the date and the source. */
function rowsOf(repositories: readonly Exported[]): Fact['value'][][] {
  const names = [
    ...new Set(
      repositories.flatMap(({ facts }: { facts: Fact[] }) => facts.map(({ name }) => name)),
    ),
  ]
  const cellOf = ({ facts }: { facts: Fact[] }, factName: string) => {
    const { value = null, orMore, error } = facts.find(({ name }) => name === factName) ?? {}
    if (error) return `unknown: ${formatError(error)}`
    return orMore ? `${value} or more` : value
  }
  const isList = repositories.some((repository) => 'error' in repository)
  return [
    ['Fact', ...repositories.map(({ repository }) => repository)],
    ...(isList ? [['Error', ...repositories.map(errorText)]] : []),
    ...(isList ? [['Renamed from', ...repositories.map(formerNamesText)]] : []),
    ...names.map((name) => [name, ...repositories.map((repository) => cellOf(repository, name))]),
    ['As of', ...repositories.map(({ asOf }) => asOf)],
    ['Source', ...repositories.map(({ source }) => source)],
  ]
}

function errorText(repository: Exported): string {
  const error = 'error' in repository ? repository.error : null
  return error === null ? 'none' : formatError(error)
}

function formatError({ kind, until }: ExportError): string {
  return until === undefined ? kind : `${kind} until ${until}`
}

function formerNamesText(repository: Exported): string {
  return ('formerNames' in repository && repository.formerNames.join(', ')) || 'none'
}
