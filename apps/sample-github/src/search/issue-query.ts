import { findAccount } from '../data/accounts.ts'
import { isVisible, mainLanguage, type RepoFacts } from '../data/facts.ts'
import type { IssueOrPull } from '../data/issues.ts'
import { findRepository } from '../data/repositories.ts'
import { isMember } from '../data/repository-people.ts'
import { parseDateRange, parseNumberRange } from './ranges.ts'
import type { RepositoryFilter } from './repository-search.ts'

/** An issue or pull request that may match; `today` is UTC midnight in milliseconds. */
export type Candidate = { repo: RepoFacts; item: IssueOrPull; today: number }

type ItemFilter = (candidate: Candidate) => boolean

export type IssueOrder = { by: 'created' | 'updated' | 'comments'; ascending: boolean }

export type IssueQuery = {
  words: string[]
  /** A repository must match one of them; none means all of GitHub. */
  scopes: RepositoryFilter[]
  /** The repositories that `repo:` names, which no other search may find. */
  named: RepoFacts[]
  repositoryFilters: RepositoryFilter[]
  itemFilters: ItemFilter[]
  kind: 'issue' | 'pull' | undefined
  state: 'open' | 'closed' | undefined
  order: IssueOrder | undefined
}

/** A qualifier that GitHub supports and the sample does not. */
export class UnsupportedQualifierError extends Error {
  override name = 'UnsupportedQualifierError'
}

/** A query that GitHub rejects with status 422; the message is GitHub's. */
export class ValidationFailedError extends Error {
  override name = 'ValidationFailedError'
}

const unsupported =
  /^(?:base|closed-by|commenter|head|in|interactions|linked|mentions|merged|milestone|org-project|parent-issue|project|reactions|reason|reviewed-by|sha|status|team|team-review-requested|user-review-requested)$/

const unknownUser =
  'The listed users cannot be searched either because the users do not exist or you do not have permission to view the users.'
const unknownRepository =
  'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.'

/** What a qualifier adds to the query; `-` negates the filters and drops `shortcut`. */
type Condition = {
  scope?: RepositoryFilter
  repository?: RepositoryFilter
  item?: ItemFilter
  /** Narrows the candidates without a look at each of them. */
  shortcut?: Partial<Pick<IssueQuery, 'kind' | 'state'>> & {
    named?: RepoFacts
    repository?: RepositoryFilter
  }
}

/** Reads the value of a qualifier; `undefined` makes the whole token a word of the search. */
type Qualifier = (value: string, viewer: string | undefined) => Condition | undefined

const states: Record<string, Condition> = {
  issue: { item: ({ item }) => !item.isPull, shortcut: { kind: 'issue' } },
  pr: { item: ({ item }) => item.isPull, shortcut: { kind: 'pull' } },
  'pull-request': { item: ({ item }) => item.isPull, shortcut: { kind: 'pull' } },
  open: { item: ({ item }) => item.isOpen, shortcut: { state: 'open' } },
  closed: { item: ({ item }) => !item.isOpen, shortcut: { state: 'closed' } },
  merged: { item: ({ item }) => item.mergedSecondsAgo !== null },
  unmerged: { item: ({ item }) => item.isPull && item.mergedSecondsAgo === null },
  draft: { item: ({ item }) => item.isDraft },
  locked: { item: () => false },
  unlocked: { item: () => true },
}

const visibilities: Record<string, Condition> = {
  public: { repository: (repo) => repo.visibleTo === null },
  private: { repository: (repo) => repo.visibleTo !== null },
}

const archivedStates: Record<string, Condition> = {
  true: { repository: (repo) => repo.archived },
  false: { repository: (repo) => !repo.archived },
}

const missingFields: Record<string, Condition> = {
  label: { item: ({ item }) => item.labels.length === 0 },
  assignee: { item: ({ item }) => item.assignee === null },
  milestone: { item: () => true },
}

const reviewStates: Record<string, Condition> = {
  none: { item: ({ item }) => item.isPull && item.review === 'none' },
  required: { item: ({ item }) => item.isPull && item.review === 'none' },
  approved: { item: ({ item }) => item.review === 'approved' },
  changes_requested: { item: ({ item }) => item.review === 'changes_requested' },
}

const qualifiers = new Map<string, Qualifier>([
  ['repo', repositoryScope],
  ['user', ownerScope],
  ['org', ownerScope],
  ['archived', oneOf(archivedStates)],
  ['language', languageFilter],
  ['is', oneOf({ ...states, ...visibilities })],
  ['type', oneOf(states)],
  ['state', oneOf(states)],
  ['draft', draftFilter],
  ['no', oneOf(missingFields)],
  ['author', authorFilter],
  ['assignee', personFilter(({ assignee }) => [assignee])],
  ['involves', personFilter(({ author, assignee }) => [author, assignee])],
  ['review-requested', reviewRequestFilter],
  ['label', labelFilter],
  ['review', oneOf(reviewStates)],
  ['comments', commentsFilter],
  ['created', dateFilter('createdSecondsAgo')],
  ['updated', dateFilter('updatedSecondsAgo')],
  ['closed', dateFilter('closedSecondsAgo')],
])

/** Parses a search for issues and pull requests: words and `name:value` qualifiers, `-` for "not". */
export function parseIssueQuery(text: string, viewer: string | undefined): IssueQuery {
  const query: IssueQuery = {
    words: [],
    scopes: [],
    named: [],
    repositoryFilters: [],
    itemFilters: [],
    kind: undefined,
    state: undefined,
    order: undefined,
  }
  for (const [token] of text.matchAll(/(?:[^\s"]+|"[^"]*")+/g)) {
    if (/^(?:AND|OR|NOT)$|^[(]|[)]$/.test(token)) throw new UnsupportedQualifierError(token)
    const plain = token.replaceAll('"', '')
    const [, minus, name = '', value = ''] = /^(-?)([\w-]+):(.+)$/.exec(plain) ?? []
    if (!applyQualifier(query, name.toLowerCase(), value, minus === '-', viewer) && plain !== '') {
      query.words.push(plain.toLowerCase())
    }
  }
  return query
}

/** Returns false if `name:value` is not a qualifier. */
function applyQualifier(
  query: IssueQuery,
  name: string,
  value: string,
  isNegated: boolean,
  viewer: string | undefined,
): boolean {
  if (unsupported.test(name)) throw new UnsupportedQualifierError(`${name}:`)
  if (name === 'sort') {
    query.order = parseOrder(value)
    return true
  }
  const condition = qualifiers.get(name)?.(value, viewer)
  if (!condition) return false
  if (isNegated) addNegated(query, condition)
  else add(query, condition)
  return true
}

function add(query: IssueQuery, { scope, repository, item, shortcut = {} }: Condition): void {
  if (scope) query.scopes.push(scope)
  if (repository) query.repositoryFilters.push(repository)
  if (item) query.itemFilters.push(item)
  if (shortcut.repository) query.repositoryFilters.push(shortcut.repository)
  if (shortcut.named) query.named.push(shortcut.named)
  query.kind = shortcut.kind ?? query.kind
  query.state = shortcut.state ?? query.state
}

function addNegated(query: IssueQuery, { scope, repository, item }: Condition): void {
  for (const filter of [scope, repository]) {
    if (filter) query.repositoryFilters.push((repo) => !filter(repo))
  }
  if (item) query.itemFilters.push((candidate) => !item(candidate))
}

function oneOf(conditions: Record<string, Condition>): Qualifier {
  return (value) => conditions[value.toLowerCase()]
}

function ownerScope(value: string, viewer: string | undefined): Condition {
  const account = findAccount(resolveLogin(value, viewer))
  if (!account) throw new ValidationFailedError(unknownRepository)
  return { scope: (repo) => repo.owner === account.login }
}

function repositoryScope(value: string, viewer: string | undefined): Condition {
  const [owner = '', name = ''] = value.split('/')
  const named = findRepository(owner, name)?.repo
  if (!named || !isVisible(named, viewer)) throw new ValidationFailedError(unknownRepository)
  return { scope: (repo) => repo.id === named.id, shortcut: { named } }
}

function languageFilter(value: string): Condition {
  return { repository: (repo) => mainLanguage(repo)?.toLowerCase() === value.toLowerCase() }
}

function draftFilter(value: string): Condition {
  const isDraft = value.toLowerCase() === 'true'
  return { item: ({ item }) => item.isPull && item.isDraft === isDraft }
}

function labelFilter(value: string): Condition {
  const wanted = value.toLowerCase().split(',')
  return { item: ({ item }) => item.labels.some(({ name }) => wanted.includes(name.toLowerCase())) }
}

function personFilter(peopleOf: (item: IssueOrPull) => ({ login: string } | null)[]): Qualifier {
  return (value, viewer) => {
    const account = findAccount(resolveLogin(value, viewer))
    if (!account) throw new ValidationFailedError(unknownUser)
    return {
      item: ({ item }) => peopleOf(item).some((person) => person?.login === account.login),
    }
  }
}

/** `app/NAME` is the bot of an app; those of GitHub's own apps open nothing here. */
function authorFilter(value: string, viewer: string | undefined): Condition | undefined {
  const app = /^app\/(.+)$/.exec(value)?.[1]?.toLowerCase()
  if (app && githubApps.has(app)) return { item: () => false }
  const login = app ? `${app}[bot]` : value
  return personFilter(({ author }) => [author])(login, viewer)
}

const githubApps = new Set(['dependabot', 'renovate', 'github-actions'])

/** Only members of a repository are asked for reviews, so other repositories need no look. */
function reviewRequestFilter(value: string, viewer: string | undefined): Condition {
  const login = resolveLogin(value, viewer).toLowerCase()
  const condition = personFilter((item) => item.requestedReviewers)(value, viewer)
  return { ...condition, shortcut: { repository: (repo) => isMember(repo, login) } }
}

/** `@me` is the viewer. */
function resolveLogin(value: string, viewer: string | undefined): string {
  if (value !== '@me') return value
  if (viewer === undefined) throw new ValidationFailedError(unknownUser)
  return viewer
}

function commentsFilter(value: string): Condition {
  const isWithin = parseNumberRange(value)
  if (!isWithin) {
    throw new ValidationFailedError(`"${value}" is not a recognized number or range.`)
  }
  return { item: ({ item }) => isWithin(item.comments) }
}

function dateFilter(
  field: 'createdSecondsAgo' | 'updatedSecondsAgo' | 'closedSecondsAgo',
): Qualifier {
  return (value) => {
    const isWithin = parseDateRange(value)
    if (!isWithin) {
      throw new ValidationFailedError(`"${value}" is not a recognized date/time format.`)
    }
    return {
      item: ({ item, today }) => {
        const secondsAgo = item[field]
        return secondsAgo !== null && isWithin(today - Math.round(secondsAgo) * 1000)
      },
    }
  }
}

/** Parses `updated-desc` and the like; without a direction, the most or the latest come first. */
function parseOrder(value: string): IssueOrder {
  const [by = '', direction] = value.toLowerCase().split(/-(?=asc$|desc$)/)
  if (by !== 'created' && by !== 'updated' && by !== 'comments') {
    throw new UnsupportedQualifierError(`sort:${value}`)
  }
  return { by, ascending: direction === 'asc' }
}
