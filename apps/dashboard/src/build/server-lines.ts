/**
 * Returns the source of a page as HTML, with its `getServerSideProps` or `getStaticProps` in a `mark`: a
 * statement, of which the lines after the first are indented or empty, or begin with a closing bracket.
 * @param highlight Returns code as HTML with a class for each token.
 */
export function markServerLines(code: string, highlight: (code: string) => string): string {
  const html = highlight(code)
  const statement =
    /^export (?:const|function|async function) get(?:ServerSide|Static)Props\b.*(?:\n(?:[ )}\]].*)?)*/m
  const match = statement.exec(code)
  if (!match) return html
  // No token extends over a line, so the HTML has the same lines as the code.
  const lines = html.split('\n')
  const first = countLines(code.slice(0, match.index))
  const last = first + countLines(match[0].trimEnd())
  return [
    ...lines.slice(0, first),
    `<mark>${lines.slice(first, last + 1).join('\n')}</mark>`,
    ...lines.slice(last + 1),
  ].join('\n')
}

function countLines(text: string): number {
  return text.split('\n').length - 1
}
