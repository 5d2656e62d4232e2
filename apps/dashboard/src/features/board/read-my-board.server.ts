import type { GitHub, ToPanel } from '@repo/github'
import type { BoardRequest } from './board-request.ts'
import type { BoardRow } from './board-row.ts'
import { type MyBoardSelection, selectMyBoard } from './my-board.ts'
import { readBoard } from './read-board.server.ts'

/** A page of a viewer's board; without `board` if its request has a problem. */
type MyBoard = { rows: BoardRow[]; board: MyBoardSelection | null }

/** Reads the board of a viewer: the repositories that they add, and those that they own, last pushed first. */
export async function readMyBoard(
  tools: { github: GitHub; panel: ToPanel },
  { names, problems }: BoardRequest,
  { page, ...options }: { page: number; waitsForAll?: boolean },
): Promise<MyBoard> {
  if (problems.length > 0) return { rows: [], board: null }
  const startedAt = Date.now()
  const { data } = await tools.github.listViewerRepos({ sort: 'pushed', page: 1, isOwner: true })
  const { names: onPage, ...board } = selectMyBoard(names, data, page)
  return { rows: await readBoard(tools, onPage, { ...options, startedAt }), board }
}
