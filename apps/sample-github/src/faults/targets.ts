import { parseSearch } from '../search-query.ts'
import { faultIn, type NamedFault } from './names.ts'

/**
 * A fault, and the place that is broken, for counting its turns. With `again`, only who asks again
 * meets it: with the entity tag of an answer in `If-None-Match`.
 */
export type Target = { name: string; place: string; again?: true }

/** The fault that an address asks for by its own name. */
export function faultByAddress(path: string, search: string): Target | undefined {
  const lower = path.toLowerCase()
  return inRepository(lower) ?? inOwner(lower) ?? inSearch(lower, search)
}

function inRepository(path: string): Target | undefined {
  const [, name = '', rest = ''] = /^\/repos\/failures\/([^/]+)(?:\/(.+))?$/.exec(path) ?? []
  return met(faultIn(name), resourcesOf(rest), `failures/${name}`)
}

/**
 * The names by which a path below a repository can be broken alone.
 * `releases` covers the latest one too; `latest` covers only that.
 */
export function resourcesOf(rest: string): string[] {
  const [first = '', second] = rest.split('/')
  const last = rest.slice(rest.lastIndexOf('/') + 1)
  switch (first) {
    case '':
      return ['repository']
    case 'stats':
      // The list of contributors has the same last name.
      return last === 'contributors' ? ['stats', 'contributor_stats'] : ['stats', last]
    case 'commits':
      return second === undefined ? ['commits'] : [last]
    case 'issues':
      return second === 'comments' ? ['issue_comments'] : ['issues']
    case 'pulls':
      return second === 'comments' ? ['pull_comments'] : ['pulls']
    default:
      return second === undefined ? [first] : [first, last]
  }
}

function inOwner(path: string): Target | undefined {
  const [, login = '', rest] = /^\/(?:users|orgs)\/failures-([^/]+)(\/repos)?$/.exec(path) ?? []
  return met(faultIn(login), [rest === undefined ? 'profile' : 'repos'], `failures-${login}`)
}

function inSearch(path: string, search: string): Target | undefined {
  if (path !== '/search/repositories' && path !== '/search/issues') return undefined
  const { fault = '' } = parseSearch(new URLSearchParams(search).get('q') ?? '')
  return met(faultIn(fault), ['search'], `search for ${fault}`)
}

function met(
  fault: NamedFault | undefined,
  resources: string[],
  place: string,
): Target | undefined {
  if (!fault) return undefined
  if (fault.resource === 'again') return { name: fault.name, place, again: true }
  if (fault.resource !== undefined && !resources.includes(fault.resource)) return undefined
  return { name: fault.name, place }
}
