import type { BoardCells, ReadRow } from './board-row.ts'

export const asOf = '2026-06-01T12:00:00.000Z'

/** The cells of a repository, with others in their place. */
function cellsWith(cells: Partial<BoardCells> = {}): BoardCells {
  return {
    ci: { value: 'passing' },
    runs: { value: { passed: 29, total: 30 } },
    awaitingResponse: { value: 4 },
    issues: { value: 31 },
    issuesChange: { value: 2 },
    pulls: { value: 7 },
    pullsChange: { value: -1 },
    unreleased: { value: { commits: 12 } },
    release: { value: { tag: 'v4.2.1', publishedAt: '2026-05-20T10:00:00.000Z' } },
    newStars: { value: 351 },
    advisories: { value: { published: 1, unpatched: 0 } },
    ...cells,
  }
}

/** A row of a repository, with other cells in their place. */
export function rowWith(
  name: string,
  cells: Partial<BoardCells> = {},
  id: number | null = 1,
): ReadRow {
  const url = `https://github.test/${name}`
  const age = { asOf }
  return { name, id, formerNames: [], isArchived: false, url, age, cells: cellsWith(cells) }
}
