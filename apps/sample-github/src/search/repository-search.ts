import { isVisible, mainLanguage, type RepoFacts } from '../data/facts.ts'
import { parseNumberRange } from './ranges.ts'

/** True for a repository that a search may return. */
export type RepositoryFilter = (repo: RepoFacts) => boolean

export type RepositoryQuery = {
  words: string[]
  filters: RepositoryFilter[]
  /** Logins from `user:` and `org:`; GitHub rejects unknown logins. */
  owners: string[]
  /** Names from `repo:`, in lower case; GitHub rejects those that the viewer may not see. */
  repos: string[]
  /** The value of `failures:`, a qualifier of the sample. */
  fault: string | undefined
}

const isFork: RepositoryFilter = (repo) => repo.forkOf !== null

/** Reads the value of a qualifier; `undefined` makes the whole token a word of the search. */
type FilterQualifier = (value: string) => RepositoryFilter | undefined

const filterQualifiers = new Map<string, FilterQualifier>([
  ['language', (value) => (repo) => mainLanguage(repo)?.toLowerCase() === value.toLowerCase()],
  ['topic', (value) => (repo) => repo.topics.includes(value.toLowerCase())],
  ['archived', oneOf({ true: (repo) => repo.archived, false: (repo) => !repo.archived })],
  [
    'is',
    oneOf({
      public: (repo) => repo.visibleTo === null,
      private: (repo) => repo.visibleTo !== null,
    }),
  ],
  ['stars', starsFilter],
])

const forkFilters: Record<string, RepositoryFilter> = { true: () => true, only: isFork }

function oneOf(filters: Record<string, RepositoryFilter>): FilterQualifier {
  return (value) => filters[value.toLowerCase()]
}

function starsFilter(value: string): RepositoryFilter | undefined {
  const isWithin = parseNumberRange(value)
  return isWithin && ((repo) => isWithin(repo.stars))
}

/** Parses a search for repositories: words and `name:value` qualifiers; quotes keep spaces together. */
export function parseRepositoryQuery(text: string): RepositoryQuery {
  const query: RepositoryQuery = { words: [], filters: [], owners: [], repos: [], fault: undefined }
  // GitHub leaves forks out unless the query includes them.
  let forkFilter: RepositoryFilter = (repo) => !isFork(repo)

  for (const [token] of text.matchAll(/(?:[^\s"]+|"[^"]*")+/g)) {
    const plain = token.replaceAll('"', '')
    const [, name = '', value = ''] = /^(\w+):(.+)$/.exec(plain) ?? []
    const filter = filterQualifiers.get(name.toLowerCase())?.(value)
    if (filter) query.filters.push(filter)
    else if (name === 'user' || name === 'org') query.owners.push(value.toLowerCase())
    else if (name === 'repo') query.repos.push(value.toLowerCase())
    else if (name === 'failures') query.fault = value
    else if (name === 'fork' && forkFilters[value]) forkFilter = forkFilters[value]
    else if (plain !== '') query.words.push(plain.toLowerCase())
  }
  query.filters.push(forkFilter)
  return query
}

function fullNameOf({ owner, name }: RepoFacts): string {
  return `${owner}/${name}`.toLowerCase()
}

/** Whether a viewer may see a repository of this name. */
export function isSearchable(
  repositories: readonly RepoFacts[],
  fullName: string,
  viewer: string | undefined,
): boolean {
  return repositories.some((repo) => fullNameOf(repo) === fullName && isVisible(repo, viewer))
}

function searchableText(repo: RepoFacts): string {
  return [repo.name, repo.description ?? '', ...repo.topics].join('\n').toLowerCase()
}

/** The visible repositories that match, best match first: by full name, by part of the name, by other text. */
export function searchRepositories(
  repositories: readonly RepoFacts[],
  { words, owners, repos, filters }: RepositoryQuery,
  viewer: string | undefined,
): RepoFacts[] {
  const found = repositories.filter((repo) => {
    if (!isVisible(repo, viewer)) return false
    if (owners.length > 0 && !owners.includes(repo.owner.toLowerCase())) return false
    if (repos.length > 0 && !repos.includes(fullNameOf(repo))) return false
    if (!filters.every((matches) => matches(repo))) return false
    const text = searchableText(repo)
    return words.every((word) => text.includes(word))
  })
  const rank = (repo: RepoFacts) => {
    if (words.includes(repo.name)) return 0
    return words.some((word) => repo.name.includes(word)) ? 1 : 2
  }
  return found.sort((a, b) => rank(a) - rank(b) || b.stars - a.stars || a.id - b.id)
}
