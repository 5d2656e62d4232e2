import type { Page, ViewerRepo } from '@repo/github'
import { MAX_BOARD_REPOS } from '#components/repo/board-path.ts'

/** A page of a viewer's board. */
export type MyBoardSelection = {
  page: number
  lastPage: number
  /** How many repositories of this page the viewer owns, and how many they have added. */
  own: number
  added: number
  /** How many repositories the viewer owns, without archived ones. */
  ownTotal: number
  /** Whether the viewer owns more than GitHub lists at once. */
  hasMore: boolean
  hasArchived: boolean
}

/**
 * Selects a page of a viewer's board: first the repositories that they add, and then those that they
 * own, without archived ones.
 */
export function selectMyBoard(
  added: readonly string[],
  own: Pick<Page<ViewerRepo>, 'items' | 'hasNext'>,
  requestedPage: number,
): MyBoardSelection & { names: string[] } {
  const active = own.items.filter(({ archived }) => !archived).map(({ fullName }) => fullName)
  const ownKeys = new Set(active.map((name) => name.toLowerCase()))
  const byKey = new Map([...added, ...active].map((name) => [name.toLowerCase(), name]))
  const all = [...byKey.values()]
  const lastPage = Math.max(Math.ceil(all.length / MAX_BOARD_REPOS), 1)
  const page = Math.min(requestedPage, lastPage)
  const names = all.slice((page - 1) * MAX_BOARD_REPOS, page * MAX_BOARD_REPOS)
  const ownOnPage = names.filter((name) => ownKeys.has(name.toLowerCase())).length
  return {
    names,
    page,
    lastPage,
    own: ownOnPage,
    added: names.length - ownOnPage,
    ownTotal: active.length,
    hasMore: own.hasNext,
    hasArchived: active.length < own.items.length,
  }
}

/** Describes a page of a viewer's board: `24 of your 40 repositories, the last pushed first`. */
export function describeMyBoard(board: MyBoardSelection): string {
  const { own, added, ownTotal, hasMore, hasArchived } = board
  const isWhole = own === ownTotal && !hasMore
  const repositories = ownTotal === 1 ? 'repository' : 'repositories'
  const total = `${ownTotal} ${repositories}${hasMore ? ' with the latest pushes' : ''}`
  const ownText = isWhole ? `Your ${total}` : `${own} of your ${total}`
  return [
    ownText,
    added > 0 && `and ${added} that you added`,
    ownTotal > 1 && 'the last pushed first',
    hasArchived && 'without archived ones',
  ]
    .filter(Boolean)
    .join(', ')
}
