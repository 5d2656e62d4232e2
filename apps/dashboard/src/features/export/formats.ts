import type { Fact, RepoExport } from './facts.ts'

/** The formats of an export. */
export const formats = {
  json: { type: 'application/json; charset=utf-8', write: writeJson },
  csv: { type: 'text/csv; charset=utf-8; header=present', write: writeCsv },
  md: { type: 'text/markdown; charset=utf-8', write: writeMarkdown },
} as const

export type Format = keyof typeof formats

/** Parses a file name into a name and a format; undefined for another extension. */
export function parseFileName(file: string): { name: string; format: Format } | undefined {
  const [, name, format] = /^(.+)\.(json|csv|md)$/.exec(file) ?? []
  if (name === undefined || (format !== 'json' && format !== 'csv' && format !== 'md')) return
  return { name, format }
}

function writeJson(repositories: readonly RepoExport[]): string {
  return `${JSON.stringify({ repositories }, null, 2)}\n`
}

/** Writes a row for each fact and a column for each repository (RFC 4180). */
function writeCsv(repositories: readonly RepoExport[]): string {
  const lines = rowsOf(repositories).map((cells) => cells.map(csvCell).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

// Excel reads a file as UTF-8 only with it; programs have the JSON.
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A spreadsheet runs a cell that begins with one of these as a formula, even in quotes; an apostrophe
 * makes it text (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const FORMULA_START = /^[\s\0]*[=+\-@\t\r\n|%＝＋－＠]/

// Where the decimal separator is a comma, spreadsheets begin a cell after a semicolon. Quotes inside a
// cell have no effect there, so a line break begins a row.
const FORMULA_IN_TEXT = /[;\t\r\n](?:[^\S\t\r\n]|[\0"'])*(?=[=+\-@|%＝＋－＠])/g

function csvCell(value: Fact['value']): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = (value ?? 'unknown').replace(FORMULA_IN_TEXT, "$&'")
  return `"${(FORMULA_START.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** Writes a GitHub Flavored Markdown table. */
function writeMarkdown(repositories: readonly RepoExport[]): string {
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
function rowsOf(repositories: readonly RepoExport[]): Fact['value'][][] {
  const names = [...new Set(repositories.flatMap(({ facts }) => facts.map(({ name }) => name)))]
  const cellOf = ({ facts }: RepoExport, factName: string) => {
    const { value = null, orMore } = facts.find(({ name }) => name === factName) ?? {}
    return orMore ? `${value} or more` : value
  }
  return [
    ['Fact', ...repositories.map(({ repository }) => repository)],
    ...names.map((name) => [name, ...repositories.map((repository) => cellOf(repository, name))]),
    ['As of', ...repositories.map(({ asOf }) => asOf)],
    ['Source', ...repositories.map(({ source }) => source)],
  ]
}
