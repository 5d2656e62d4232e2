import { type NamedFault, parseFault } from '../data/faults.ts'
import { parseRepositoryQuery } from '../search/repository-search.ts'

/**
 * A fault and the place that it breaks; requests are counted per place. With `again`, only
 * conditional requests fail: those with `If-None-Match`.
 */
export type Target = { name: string; place: string; again?: true }

/** The fault that a URL selects by its repository, owner or search query. */
export function faultInUrl(path: string, search: string): Target | undefined {
  const lower = path.toLowerCase()
  return inRepository(lower) ?? inOwner(lower) ?? inSearch(lower, search)
}

function inRepository(path: string): Target | undefined {
  const [, name = '', rest = ''] = /^\/repos\/failures\/([^/]+)(?:\/(.+))?$/.exec(path) ?? []
  return targetFor(parseFault(name), resourceNames(rest), `failures/${name}`)
}

/**
 * The resource names of a path below a repository, for faults that break only one resource.
 * `releases` includes the latest release; `latest` is only that.
 */
export function resourceNames(rest: string): string[] {
  const [first = '', second] = rest.split('/')
  const last = rest.slice(rest.lastIndexOf('/') + 1)
  switch (first) {
    case '':
      return ['repository']
    case 'stats':
      // The list of contributors ends in the same name.
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
  return targetFor(
    parseFault(login),
    [rest === undefined ? 'profile' : 'repos'],
    `failures-${login}`,
  )
}

function inSearch(path: string, search: string): Target | undefined {
  if (path !== '/search/repositories' && path !== '/search/issues') return undefined
  const query = new URLSearchParams(search).get('q') ?? ''
  const { fault = '' } = parseRepositoryQuery(query)
  return targetFor(parseFault(fault), ['search'], `search for ${fault}`) ?? inIssueSearch(query)
}

// Faults that belong to searches, in which a repository's or an owner's other faults do not count.
const SEARCH_FAULTS = ['sso-partial', 'unsearchable']

/** The fault of an issue search in a repository or an owner with a fault of searches. */
function inIssueSearch(query: string): Target | undefined {
  const [, name = ''] = /(?:^|\s)(?:repo:failures\/|user:failures-)(\S+)/i.exec(query) ?? []
  const fault = parseFault(name.toLowerCase())
  if (!fault) return undefined
  const isOfSearches = fault.resource === 'search' || SEARCH_FAULTS.includes(fault.name)
  return isOfSearches ? targetFor(fault, ['search'], `search in ${name}`) : undefined
}

function targetFor(
  fault: NamedFault | undefined,
  resources: string[],
  place: string,
): Target | undefined {
  if (!fault) return undefined
  if (fault.resource === 'again') return { name: fault.name, place, again: true }
  if (fault.resource !== undefined && !resources.includes(fault.resource)) return undefined
  return { name: fault.name, place }
}
