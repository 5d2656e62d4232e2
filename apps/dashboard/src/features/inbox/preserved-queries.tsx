/** The searches of the viewer's own sections, which every form of the inbox sends again. */
export function PreservedQueries({ queries }: { queries: readonly string[] }) {
  return queries.map((query) => <input key={query} type="hidden" name="q" value={query} />)
}
