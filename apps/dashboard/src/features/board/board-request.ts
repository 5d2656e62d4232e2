import type { ParsedUrlQuery } from 'node:querystring'
import { isFullName } from '@repo/github'
import { MAX_BOARD_REPOS } from '#components/repo/board-path.ts'
import { listSome, parseTypedRepos } from '#components/repo/typed-repos.ts'

/** The repositories that a URL puts on a board. */
export type BoardRequest = {
  /** Full names of repositories, without duplicates; none if there is a problem. */
  names: string[]
  /** What the form shows again. */
  typed: string
  problem: BoardProblem | null
}

/** Why a request has no board. */
export type BoardProblem =
  | { kind: 'invalid-names'; names: string[] }
  | { kind: 'too-many'; count: number }

/** Parses the repositories of a URL; an invalid name, or one too many, is a problem of the whole request. */
export function parseBoardRequest(query: ParsedUrlQuery, webUrls: readonly string[]): BoardRequest {
  const { typed } = parseTypedRepos(query, webUrls)
  const problem = findProblem(typed)
  return { names: problem ? [] : typed, typed: typed.join(', '), problem }
}

function findProblem(typed: readonly string[]): BoardProblem | null {
  const invalid = typed.filter((name) => !isFullName(name))
  if (invalid.length > 0) return { kind: 'invalid-names', names: listSome(invalid) }
  return typed.length > MAX_BOARD_REPOS ? { kind: 'too-many', count: typed.length } : null
}
