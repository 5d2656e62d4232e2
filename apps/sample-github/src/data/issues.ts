import type { Account } from './account.ts'
import { secondsPerWeek } from './clock.ts'
import type { RepoFacts } from './facts.ts'
import {
  dependenciesLabel,
  issueTitle,
  type LabelText,
  labels,
  polyglotLabels,
  pullTitle,
  updateTitle,
} from './issue-texts.ts'
import { dependencyBot, person } from './people.ts'
import { between, draw, hash, pick } from './random.ts'
import { contributorAt, membersOf } from './repository-people.ts'

/** The review state of a pull request; `none` without a review. */
type Review = 'none' | 'approved' | 'changes_requested'

/** An issue or a pull request: GitHub numbers them together. */
export type IssueOrPull = {
  number: number
  isPull: boolean
  isOpen: boolean
  isDraft: boolean
  title: string
  /** `null` when the account was deleted. */
  author: Account | null
  assignee: Account | null
  closedBy: Account | null
  /** Pull requests only; issues have no review. */
  review: Review
  requestedReviewers: Account[]
  labels: LabelText[]
  comments: number
  createdSecondsAgo: number
  updatedSecondsAgo: number
  closedSecondsAgo: number | null
  mergedSecondsAgo: number | null
}

export type IssueListQuery = {
  kind: 'issues and pulls' | 'pulls'
  state: 'open' | 'closed' | 'all'
  sort: 'created' | 'updated' | 'comments'
  direction: 'asc' | 'desc'
}

type Numbers = { total: number; pulls: Uint8Array; open: Uint8Array; lists: Map<string, number[]> }

const numbersByRepo = new WeakMap<RepoFacts, Numbers>()

function numbersOf(repo: RepoFacts): Numbers {
  const known = numbersByRepo.get(repo)
  if (known) return known
  const numbers = makeNumbers(repo)
  numbersByRepo.set(repo, numbers)
  return numbers
}

/** Decides which numbers are pull requests and which are open; index 0 is the newest. */
function makeNumbers(repo: RepoFacts): Numbers {
  const pullCount = repo.openPulls + repo.closedPulls
  const issueCount = repo.openIssues + repo.closedIssues
  const total = pullCount + issueCount
  const pulls = new Uint8Array(total)
  for (const index of spread(total, pullCount, repo.seed, 1)) pulls[index] = 1

  const pullIndexes: number[] = []
  const issueIndexes: number[] = []
  pulls.forEach((isPull, index) => {
    if (isPull) pullIndexes.push(index)
    else issueIndexes.push(index)
  })

  const open = new Uint8Array(total)
  for (const at of spread(pullCount, repo.openPulls, repo.seed, 3)) open[pullIndexes[at] ?? 0] = 1
  for (const at of spread(issueCount, repo.openIssues, repo.seed, 2)) {
    open[issueIndexes[at] ?? 0] = 1
  }
  return { total, pulls, open, lists: new Map() }
}

/** `count` different positions less than `total`, in order; a higher power makes them denser near 0. */
function spread(total: number, count: number, seed: number, power: number): number[] {
  const edge = (part: number) => part + Math.floor((total - count) * (part / count) ** power)
  return Array.from({ length: count }, (_, part) => {
    const from = edge(part)
    return from + Math.floor(draw(seed, 'spread', part) * (edge(part + 1) - from))
  })
}

/** The numbers of the issues and pull requests in a list, in its order. */
export function issueNumbers(repo: RepoFacts, query: IssueListQuery): number[] {
  const numbers = numbersOf(repo)
  const key = `${query.kind} ${query.state} ${query.sort}`
  let newestFirst = numbers.lists.get(key)
  if (!newestFirst) {
    newestFirst = makeList(repo, numbers, query)
    numbers.lists.set(key, newestFirst)
  }
  return query.direction === 'asc' ? newestFirst.toReversed() : newestFirst
}

function makeList(repo: RepoFacts, numbers: Numbers, query: IssueListQuery): number[] {
  const list: number[] = []
  for (let index = 0; index < numbers.total; index++) {
    if (query.kind === 'pulls' && !numbers.pulls[index]) continue
    if (query.state === 'open' && !numbers.open[index]) continue
    if (query.state === 'closed' && numbers.open[index]) continue
    list.push(numbers.total - index)
  }
  if (query.sort === 'created') return list

  const weightOf = query.sort === 'updated' ? updatedSecondsAgo : negativeComments
  const weights = new Map(list.map((number) => [number, weightOf(repo, number)]))
  return list.sort((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0) || b - a)
}

function negativeComments(repo: RepoFacts, number: number): number {
  return -commentsOf(repo, number)
}

function commentsOf(repo: RepoFacts, number: number): number {
  return Math.floor(30 * draw(repo.seed, 'comments', number) ** 4)
}

function createdSecondsAgo(repo: RepoFacts, number: number): number {
  const { total } = numbersOf(repo)
  const share = (total - number + draw(repo.seed, 'created', number)) / total
  const life = repo.createdWeeksAgo * secondsPerWeek - repo.pushedSecondsAgo
  return repo.pushedSecondsAgo + 600 + Math.floor(share * (life - 600))
}

export function updatedSecondsAgo(repo: RepoFacts, number: number): number {
  const created = createdSecondsAgo(repo, number)
  const age = created - Math.min(created, repo.updatedSecondsAgo)
  return created - Math.floor(age * draw(repo.seed, 'updated', number) ** 0.5)
}

export function labelsOf(repo: RepoFacts, number: number): LabelText[] {
  if (isDependencyUpdate(repo, number)) return [dependenciesLabel]
  const count = between(0, 2, draw(repo.seed, 'labels', number))
  const pool = repo.polyglot ? polyglotLabels : labels
  const picked = Array.from({ length: count }, (_, index) =>
    pick(pool, draw(repo.seed, `label ${index}`, number)),
  )
  return [...new Set(picked)]
}

export function authorOf(repo: RepoFacts, number: number): Account | null {
  if (isDependencyUpdate(repo, number)) return dependencyBot
  // Only members can open issues in a private repository.
  const share = repo.visibleTo === null ? 0.06 : 1
  if (draw(repo.seed, 'by a member', number) < share) {
    const [member] = pickOne(membersOf(repo), draw(repo.seed, 'member', number))
    if (member) return member
  }
  const value = draw(repo.seed, 'author', number)
  if (value < 0.02) return null
  if (isPull(repo, number)) return contributorAt(repo, Math.floor(value ** 2 * repo.contributors))
  return person(Math.floor(value * 300) + (hash(repo.owner) % 180))
}

function isPull(repo: RepoFacts, number: number): boolean {
  const { pulls, total } = numbersOf(repo)
  return pulls[total - number] === 1
}

function isDependencyUpdate(repo: RepoFacts, number: number): boolean {
  return isPull(repo, number) && draw(repo.seed, 'update', number) < 0.22
}

function assigneeOf(repo: RepoFacts, number: number): Account | null {
  const assigned = draw(repo.seed, 'assigned', number)
  if (assigned >= 0.3) return null
  const [member] = pickOne(membersOf(repo), draw(repo.seed, 'assigned member', number))
  if (member && (assigned < 0.1 || repo.visibleTo !== null)) return member
  return contributorAt(repo, Math.floor(draw(repo.seed, 'assignee', number) * 6))
}

/** The author, or a member who can write to the repository. */
function closerOf(repo: RepoFacts, number: number, author: Account | null): Account | null {
  if (draw(repo.seed, 'closed by', number) < 0.3) return author
  const [member] = pickOne(membersOf(repo), draw(repo.seed, 'closing member', number))
  return member ?? contributorAt(repo, 0)
}

export function issueOrPullAt(repo: RepoFacts, number: number): IssueOrPull {
  const { open, total } = numbersOf(repo)
  const isOpen = open[total - number] === 1
  const pull = isPull(repo, number)
  const created = createdSecondsAgo(repo, number)
  const updated = updatedSecondsAgo(repo, number)
  const closed = isOpen ? null : Math.ceil((created + updated) / 2)
  const merged = pull && draw(repo.seed, 'merged', number) < 0.8 ? closed : null
  const makeTitle = pull ? pullTitle : issueTitle
  const title = isDependencyUpdate(repo, number)
    ? updateTitle(repo.seed, number)
    : makeTitle(repo.seed, number, repo.polyglot)
  const isDraft = pull && isOpen && draw(repo.seed, 'draft', number) < 0.2
  const author = authorOf(repo, number)
  const review = pull && !isDraft ? reviewOf(repo, number) : 'none'
  const isAwaitingReview = pull && isOpen && !isDraft && review === 'none'
  return {
    number,
    isPull: pull,
    isOpen,
    isDraft,
    title: repo.canary === null ? title : `${title} (${repo.canary})`,
    author,
    assignee: assigneeOf(repo, number),
    closedBy: isOpen ? null : closerOf(repo, number, author),
    review,
    requestedReviewers: isAwaitingReview ? requestedReviewers(repo, number, author) : [],
    labels: labelsOf(repo, number),
    comments: commentsOf(repo, number),
    createdSecondsAgo: created,
    updatedSecondsAgo: updated,
    closedSecondsAgo: closed,
    mergedSecondsAgo: merged,
  }
}

function reviewOf(repo: RepoFacts, number: number): Review {
  const value = draw(repo.seed, 'review', number)
  if (value < 0.4) return 'none'
  return value < 0.7 ? 'approved' : 'changes_requested'
}

/** A member other than the author, if there is one. */
function requestedReviewers(repo: RepoFacts, number: number, author: Account | null): Account[] {
  const others = membersOf(repo).filter((member) => member.login !== author?.login)
  return pickOne(others, draw(repo.seed, 'reviewer', number))
}

function pickOne(accounts: readonly Account[], fraction: number): Account[] {
  return accounts.slice(Math.floor(fraction * accounts.length)).slice(0, 1)
}
