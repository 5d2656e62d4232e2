import type { ParsedUrlQuery } from 'node:querystring'
import { isOwnerName, isRepoName } from '@repo/github'
import { single } from '#components/list-query.ts'
import { MAX_COMPARED } from '#components/repo/paths.ts'

/** What an address asks to compare. */
export type CompareRequest = {
  /** Names of repositories, each once. */
  names: string[]
  /** What cannot be the name of a repository, or is one too many. */
  refused: string[]
}

const mostRefused = 5

/** Takes `?repos=a/b,c/d` apart. */
export function compareFrom(query: ParsedUrlQuery): CompareRequest {
  const written = (single(query, 'repos') ?? '').split(/[,\s]+/).filter((name) => name !== '')
  const byLowerCase = new Map(written.map((name) => [name.toLowerCase(), name]))
  const names = [...byLowerCase.values()]
  const possible = names.filter(isFullName)
  const refused = names.filter((name) => !possible.slice(0, MAX_COMPARED).includes(name))
  return {
    names: possible.slice(0, MAX_COMPARED),
    refused: refused.slice(0, mostRefused).map((name) => name.slice(0, 100)),
  }
}

function isFullName(text: string): boolean {
  const [owner = '', name = '', ...rest] = text.split('/')
  return rest.length === 0 && isOwnerName(owner) && isRepoName(name)
}
