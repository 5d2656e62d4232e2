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
  problems: BoardProblem[]
}

/** Why a request has no board. */
export type BoardProblem =
  | { kind: 'invalid-names'; names: string[] }
  | { kind: 'too-many'; count: number }

/** Parses the repositories of a URL; an invalid name, or one too many, is a problem of the whole request. */
export function parseBoardRequest(query: ParsedUrlQuery, webUrls: readonly string[]): BoardRequest {
  const { typed } = parseTypedRepos(query, webUrls)
  const problems = findProblems(typed)
  return { names: problems.length > 0 ? [] : typed, typed: typed.join(', '), problems }
}

function findProblems(typed: readonly string[]): BoardProblem[] {
  const problems: BoardProblem[] = []
  const invalid = typed.filter((name) => !isFullName(name))
  if (invalid.length > 0) problems.push({ kind: 'invalid-names', names: listSome(invalid) })
  if (typed.length > MAX_BOARD_REPOS) problems.push({ kind: 'too-many', count: typed.length })
  return problems
}
