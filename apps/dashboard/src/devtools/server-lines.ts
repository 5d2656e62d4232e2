/** A page's source around the part that ran on the server. */
export type SourceParts = { before: string; ran: string; after: string }

/**
 * Splits the source of a page at its `getServerSideProps` or `getStaticProps`: a statement, of which the
 * lines after the first are indented or empty, or begin with a closing bracket.
 */
export function splitAtServerLines(code: string): SourceParts | undefined {
  const statement =
    /^export (?:const|function|async function) get(?:ServerSide|Static)Props\b.*(?:\n(?:[ )}\]].*)?)*/m
  const match = statement.exec(code)
  if (!match) return undefined
  const ran = match[0].trimEnd()
  return {
    before: code.slice(0, match.index),
    ran,
    after: code.slice(match.index + ran.length),
  }
}
