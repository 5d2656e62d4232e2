import { findAccount } from './data/accounts.ts'
import { isVisible, mainLanguage, type RepoFacts } from './data/facts.ts'
import { isMember } from './data/members.ts'
import { findRepository } from './data/repositories.ts'
import type { Ticket } from './data/tickets.ts'
import { dateRange, numberRange } from './ranges.ts'

/** A ticket where it stands; `today` is UTC midnight in milliseconds. */
export type Subject = { repo: RepoFacts; ticket: Ticket; today: number }

export type TicketOrder = { by: 'created' | 'updated' | 'comments'; ascending: boolean }

export type TicketSearch = {
  words: string[]
  /** Any of them; none for all of GitHub. */
  scopes: ((repo: RepoFacts) => boolean)[]
  /** What `repo:` names, which may be a repository that no other search finds. */
  named: RepoFacts[]
  /** All of them. */
  ofRepository: ((repo: RepoFacts) => boolean)[]
  ofTicket: ((subject: Subject) => boolean)[]
  kind: 'issue' | 'pull' | undefined
  state: 'open' | 'closed' | undefined
  order: TicketOrder | undefined
}

/** What GitHub knows and the sample does not. */
export class GapInSearch extends Error {
  override name = 'GapInSearch'
}

/** What GitHub refuses with status 422; the message is GitHub's. */
export class BadSearch extends Error {
  override name = 'BadSearch'
}

const unknownHere =
  /^(?:base|closed-by|commenter|head|in|interactions|linked|mentions|merged|milestone|org-project|parent-issue|project|reactions|reason|reviewed-by|sha|status|team|team-review-requested|user-review-requested)$/

const noSuchUser =
  'The listed users cannot be searched either because the users do not exist or you do not have permission to view the users.'
const noSuchRepository =
  'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.'

/** Reads a search for issues and pull requests: words and `name:value` qualifiers, `-` for "not". */
export function parseTicketSearch(text: string, viewer: string | undefined): TicketSearch {
  const search: TicketSearch = {
    words: [],
    scopes: [],
    named: [],
    ofRepository: [],
    ofTicket: [],
    kind: undefined,
    state: undefined,
    order: undefined,
  }
  for (const [token] of text.matchAll(/(?:[^\s"]+|"[^"]*")+/g)) {
    if (/^(?:AND|OR|NOT)$|^[(]|[)]$/.test(token)) throw new GapInSearch(token)
    const plain = token.replaceAll('"', '')
    const [, minus, name = '', value = ''] = /^(-?)([\w-]+):(.+)$/.exec(plain) ?? []
    if (name === '' || !take(search, name.toLowerCase(), value, minus === '-', viewer)) {
      if (plain !== '') search.words.push(plain.toLowerCase())
    }
  }
  return search
}

/** Puts a qualifier into the search; false for what is none. */
function take(
  search: TicketSearch,
  name: string,
  value: string,
  isNot: boolean,
  viewer: string | undefined,
): boolean {
  if (unknownHere.test(name)) throw new GapInSearch(`${name}:`)
  if (name === 'sort') {
    search.order = orderFrom(value)
    return true
  }
  const scope = scopeFrom(search, name, value, viewer)
  if (scope) {
    if (isNot) search.ofRepository.push((repo) => !scope(repo))
    else search.scopes.push(scope)
    return true
  }
  const ofRepository = repositoryCondition(name, value.toLowerCase())
  if (ofRepository) {
    search.ofRepository.push((repo) => ofRepository(repo) !== isNot)
    return true
  }
  const kindOrState = /^(?:is|type|state)$/.test(name) && !isNot && value.toLowerCase()
  if (kindOrState === 'issue') search.kind = 'issue'
  if (kindOrState === 'pr' || kindOrState === 'pull-request') search.kind = 'pull'
  if (kindOrState === 'open' || kindOrState === 'closed') search.state = kindOrState

  const ofTicket = ticketCondition(name, value, viewer)
  if (!ofTicket) return false
  // Only members are asked, so there is no need to look anywhere else.
  if (name === 'review-requested' && !isNot) {
    const login = loginFrom(value, viewer).toLowerCase()
    search.ofRepository.push((repo) => isMember(repo, login))
  }
  search.ofTicket.push((subject) => ofTicket(subject) !== isNot)
  return true
}

function scopeFrom(
  { named }: TicketSearch,
  name: string,
  value: string,
  viewer: string | undefined,
) {
  if (name === 'user' || name === 'org') {
    const account = findAccount(loginFrom(value, viewer))
    if (!account) throw new BadSearch(noSuchRepository)
    return (repo: RepoFacts) => repo.owner === account.login
  }
  if (name !== 'repo') return undefined
  const [owner = '', repoName = ''] = value.split('/')
  const found = findRepository(owner, repoName)?.repo
  if (!found || !isVisible(found, viewer)) throw new BadSearch(noSuchRepository)
  named.push(found)
  return (repo: RepoFacts) => repo.id === found.id
}

function repositoryCondition(name: string, value: string) {
  switch (`${name}:${value}`) {
    case 'archived:true':
      return (repo: RepoFacts) => repo.archived
    case 'archived:false':
      return (repo: RepoFacts) => !repo.archived
    case 'is:public':
      return (repo: RepoFacts) => repo.visibleTo === null
    case 'is:private':
      return (repo: RepoFacts) => repo.visibleTo !== null
  }
  return name === 'language'
    ? (repo: RepoFacts) => mainLanguage(repo)?.toLowerCase() === value
    : undefined
}

type TicketCondition = (subject: Subject) => boolean

function ticketCondition(
  name: string,
  value: string,
  viewer: string | undefined,
): TicketCondition | undefined {
  const lower = value.toLowerCase()
  switch (name) {
    case 'is':
    case 'type':
    case 'state':
      return stateConditions[lower]
    case 'draft':
      return ({ ticket }) => ticket.isPull && ticket.isDraft === (lower === 'true')
    case 'no':
      return absenceConditions[lower]
    case 'author':
    case 'assignee':
    case 'involves':
    case 'review-requested':
      return peopleCondition(name, loginFrom(value, viewer))
    case 'label': {
      const wanted = lower.split(',')
      return ({ ticket }) => ticket.labels.some((one) => wanted.includes(one.name.toLowerCase()))
    }
    case 'review':
      return reviewConditions[lower]
    case 'comments':
      return numberCondition(value)
    case 'created':
    case 'updated':
    case 'closed':
      return dateCondition(name, value)
    default:
      return undefined
  }
}

const stateConditions: Record<string, TicketCondition> = {
  issue: ({ ticket }) => !ticket.isPull,
  pr: ({ ticket }) => ticket.isPull,
  'pull-request': ({ ticket }) => ticket.isPull,
  open: ({ ticket }) => ticket.isOpen,
  closed: ({ ticket }) => !ticket.isOpen,
  merged: ({ ticket }) => ticket.mergedSecondsAgo !== null,
  unmerged: ({ ticket }) => ticket.isPull && ticket.mergedSecondsAgo === null,
  draft: ({ ticket }) => ticket.isDraft,
  locked: () => false,
  unlocked: () => true,
}

const absenceConditions: Record<string, TicketCondition> = {
  label: ({ ticket }) => ticket.labels.length === 0,
  assignee: ({ ticket }) => ticket.assignee === null,
  milestone: () => true,
}

const reviewConditions: Record<string, TicketCondition> = {
  none: ({ ticket }) => ticket.isPull && ticket.review === 'none',
  required: ({ ticket }) => ticket.isPull && ticket.review === 'none',
  approved: ({ ticket }) => ticket.review === 'approved',
  changes_requested: ({ ticket }) => ticket.review === 'changes_requested',
}

function peopleCondition(name: string, login: string): TicketCondition {
  const account = findAccount(login)
  if (!account) throw new BadSearch(noSuchUser)
  const isMeant = (one: { login: string } | null) => one?.login === account.login
  switch (name) {
    case 'author':
      return ({ ticket }) => isMeant(ticket.author)
    case 'assignee':
      return ({ ticket }) => isMeant(ticket.assignee)
    case 'review-requested':
      return ({ ticket }) => ticket.requestedReviewers.some(isMeant)
    default:
      return ({ ticket }) => isMeant(ticket.author) || isMeant(ticket.assignee)
  }
}

function loginFrom(value: string, viewer: string | undefined): string {
  if (value !== '@me') return value
  if (viewer === undefined) throw new BadSearch(noSuchUser)
  return viewer
}

function numberCondition(value: string): TicketCondition {
  const isWithin = numberRange(value)
  if (!isWithin) throw new BadSearch(`"${value}" is not a recognized number or range.`)
  return ({ ticket }) => isWithin(ticket.comments)
}

function dateCondition(name: 'created' | 'updated' | 'closed', value: string): TicketCondition {
  const isWithin = dateRange(value)
  if (!isWithin) throw new BadSearch(`"${value}" is not a recognized date/time format.`)
  return ({ ticket, today }) => {
    const secondsAgo = ticket[`${name}SecondsAgo`]
    return secondsAgo !== null && isWithin(today - Math.round(secondsAgo) * 1000)
  }
}

/** `updated-desc` and its like; without a direction, the most or the latest first. */
function orderFrom(value: string): TicketOrder {
  const [by = '', direction] = value.toLowerCase().split(/-(?=asc$|desc$)/)
  if (by !== 'created' && by !== 'updated' && by !== 'comments') {
    throw new GapInSearch(`sort:${value}`)
  }
  return { by, ascending: direction === 'asc' }
}
