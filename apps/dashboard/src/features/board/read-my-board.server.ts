import type { GitHub, ToPanel, ViewerRepo } from '@repo/github'
import { MAX_BOARD_REPOS } from '#components/repo/board-path.ts'
import type { BoardRequest } from './board-request.ts'
import type { BoardRow } from './board-row.ts'
import { readBoard } from './read-board.server.ts'

/** Reads the board of a viewer: the repositories that they add, and those that they own, last pushed first. */
export async function readMyBoard(
  tools: { github: GitHub; panel: ToPanel },
  { names, problem }: BoardRequest,
  options: { waitsForAll?: boolean } = {},
): Promise<BoardRow[]> {
  if (problem) return []
  const { data } = await tools.github.listViewerRepos({ sort: 'pushed', page: 1, isOwner: true })
  return readBoard(tools, myBoardNames(names, data.items), options)
}

/** The repositories that a viewer adds, and then those that they own, without archived ones. */
function myBoardNames(added: readonly string[], own: readonly ViewerRepo[]): string[] {
  const active = own.filter(({ archived }) => !archived).map(({ fullName }) => fullName)
  const names = new Map([...added, ...active].map((name) => [name.toLowerCase(), name]))
  return [...names.values()].slice(0, MAX_BOARD_REPOS)
}
