import type { Exported, Fact } from './facts.ts'

/** How facts leave the site: as a file of one of these kinds. */
export const formats = {
  json: { type: 'application/json; charset=utf-8', write: asJson },
  csv: { type: 'text/csv; charset=utf-8; header=present', write: asCsv },
  md: { type: 'text/markdown; charset=utf-8', write: asMarkdown },
} as const

export type Format = keyof typeof formats

/** Takes a file name apart into a name and one of the kinds; undefined where it ends in none. */
export function fileFrom(file: string): { name: string; format: Format } | undefined {
  const [, name, format] = /^(.+)\.(json|csv|md)$/.exec(file) ?? []
  if (name === undefined || (format !== 'json' && format !== 'csv' && format !== 'md')) return
  return { name, format }
}

function asJson(repositories: readonly Exported[]): string {
  return `${JSON.stringify({ repositories }, null, 2)}\n`
}

/** One line a fact, one column a repository (RFC 4180). */
function asCsv(repositories: readonly Exported[]): string {
  const lines = rowsOf(repositories).map((cells) => cells.map(csvCell).join(','))
  return `${lines.join('\r\n')}\r\n`
}

/**
 * A spreadsheet runs a cell that begins with one of these as a formula, in quotes too; an apostrophe
 * makes it text (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const formula = /^[\s\0]*[=+\-@\t\r\n|%＝＋－＠]/

function csvCell(value: Fact['value']): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = value ?? 'unknown'
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** A table of GitHub's flavor. */
function asMarkdown(repositories: readonly Exported[]): string {
  const [head = [], ...rows] = rowsOf(repositories)
  const line = ([name = null, ...values]: readonly Fact['value'][]) =>
    `| ${[markdownCell(name), ...values.map((value) => markdownValue(name, value))].join(' | ')} |`
  return `${[line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')}\n`
}

const addresses = new Set<Fact['value']>(['Homepage', 'Source'])

function markdownValue(name: Fact['value'], value: Fact['value']): string {
  const isAddress = addresses.has(name) && /^\s*https?:/i.test(String(value))
  return isAddress ? markdownAddress(String(value)) : markdownCell(value)
}

// In the angle brackets no sign is markup but those that would end the address or the cell.
function markdownAddress(address: string): string {
  return `<${address.trim().replace(/[\s\p{Cc}|<>]/gu, encodeURIComponent)}>`
}

// What people wrote must not become markup, a mention that calls somebody, or a link to an issue.
function markdownCell(value: Fact['value']): string {
  return String(value ?? 'unknown')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[&<>@#]/g, (sign) => `&#${sign.codePointAt(0)};`)
    .replace(/[\\`*_{}[\]()|~!]/g, '\\$&')
    .trim()
}

/** The facts as a table, its first line the names; the last lines say when and where from. */
function rowsOf(repositories: readonly Exported[]): Fact['value'][][] {
  const names = [...new Set(repositories.flatMap(({ facts }) => facts.map(({ name }) => name)))]
  const factOf = ({ facts }: Exported, wanted: string) => {
    const { value = null, orMore } = facts.find(({ name }) => name === wanted) ?? {}
    return orMore ? `${value} or more` : value
  }
  return [
    ['Fact', ...repositories.map(({ repository }) => repository)],
    ...names.map((name) => [name, ...repositories.map((one) => factOf(one, name))]),
    ['As of', ...repositories.map(({ asOf }) => asOf)],
    ['Source', ...repositories.map(({ source }) => source)],
  ]
}
