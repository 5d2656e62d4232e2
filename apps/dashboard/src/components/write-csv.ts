/** A value of a table; null is "unknown". */
export type CsvValue = string | number | boolean | null

/** Writes rows of a table (RFC 4180), without formulas for a spreadsheet to run. */
export function writeCsv(rows: readonly (readonly CsvValue[])[]): string {
  const lines = rows.map((cells) => cells.map(csvCell).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

// Excel reads a file as UTF-8 only with it.
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A spreadsheet runs a cell that begins with one of these as a formula, even in quotes; an apostrophe
 * makes it text (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const FORMULA_START = /^[\s\0]*[=+\-@\t\r\n|%＝＋－＠]/

// Where the decimal separator is a comma, spreadsheets begin a cell after a semicolon. Quotes inside a
// cell have no effect there, so a line break begins a row.
const FORMULA_IN_TEXT = /[;\t\r\n](?:[^\S\t\r\n]|[\0"'])*(?=[=+\-@|%＝＋－＠])/g

function csvCell(value: CsvValue): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = (value ?? 'unknown').replace(FORMULA_IN_TEXT, "$&'")
  return `"${(FORMULA_START.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
