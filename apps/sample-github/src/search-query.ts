import { isVisible, mainLanguage, type RepoFacts } from './data/facts.ts'
import { numberRange } from './ranges.ts'

/** A test that a repository must pass. */
type Condition = (repo: RepoFacts) => boolean

export type SearchQuery = {
  words: string[]
  conditions: Condition[]
  /** Logins from `user:` and `org:`; GitHub refuses the ones that it does not know. */
  owners: string[]
  /** The text of `failures:`, which is the sample's own. */
  fault: string | undefined
}

function starsCondition(value: string): Condition | undefined {
  const isWithin = numberRange(value)
  return isWithin && ((repo) => isWithin(repo.stars))
}

function condition(name: string, value: string): Condition | undefined {
  const wanted = value.toLowerCase()
  switch (name) {
    case 'language':
      return (repo) => mainLanguage(repo)?.toLowerCase() === wanted
    case 'topic':
      return (repo) => repo.topics.includes(wanted)
    case 'archived':
      return wanted === 'true' || wanted === 'false'
        ? (repo) => repo.archived === (wanted === 'true')
        : undefined
    case 'is':
      if (wanted === 'public') return (repo) => repo.visibleTo === null
      if (wanted === 'private') return (repo) => repo.visibleTo !== null
      return undefined
    case 'stars':
      return starsCondition(value)
    default:
      return undefined
  }
}

/** Reads what people type: words and `name:value` qualifiers; quotes keep spaces together. */
export function parseSearch(text: string): SearchQuery {
  const query: SearchQuery = { words: [], conditions: [], owners: [], fault: undefined }
  // GitHub leaves forks out unless they are asked for.
  let forks: Condition = (repo) => repo.forkOf === null

  for (const [token] of text.matchAll(/(?:[^\s"]+|"[^"]*")+/g)) {
    const plain = token.replaceAll('"', '')
    const [, name = '', value = ''] = /^(\w+):(.+)$/.exec(plain) ?? []
    const tested = condition(name.toLowerCase(), value)
    if (tested) query.conditions.push(tested)
    else if (name === 'user' || name === 'org') query.owners.push(value.toLowerCase())
    else if (name === 'failures') query.fault = value
    else if (name === 'fork' && value === 'true') forks = () => true
    else if (name === 'fork' && value === 'only') forks = (repo) => repo.forkOf !== null
    else if (plain !== '') query.words.push(plain.toLowerCase())
  }
  query.conditions.push(forks)
  return query
}

function textOf(repo: RepoFacts): string {
  return [repo.name, repo.description ?? '', ...repo.topics].join('\n').toLowerCase()
}

/** What matches; with the best match first: the name itself, then in the name, then elsewhere. */
export function searchIn(
  repositories: readonly RepoFacts[],
  query: SearchQuery,
  viewer: string | undefined,
): RepoFacts[] {
  const found = repositories.filter((repo) => {
    if (!isVisible(repo, viewer)) return false
    if (query.owners.length > 0 && !query.owners.includes(repo.owner.toLowerCase())) return false
    if (!query.conditions.every((holds) => holds(repo))) return false
    const text = textOf(repo)
    return query.words.every((word) => text.includes(word))
  })
  const rank = (repo: RepoFacts) => {
    if (query.words.includes(repo.name)) return 0
    return query.words.some((word) => repo.name.includes(word)) ? 1 : 2
  }
  return found.sort((a, b) => rank(a) - rank(b) || b.stars - a.stars || a.id - b.id)
}
