import { isVisible, type RepoFacts } from './data/facts.ts'
import { type Ticket, ticketAt, ticketNumbers } from './data/tickets.ts'
import type { Subject, TicketOrder, TicketSearch } from './ticket-query.ts'

/** What a search looks at before it gives up, as GitHub does when its time is over. */
const mostExamined = 60_000

export type FoundTickets = {
  found: { repo: RepoFacts; ticket: Ticket }[]
  /** There may be more. */
  incomplete: boolean
}

/** The issues and pull requests that match and that the viewer may see; best match is the newest first. */
export function searchTickets(
  repositories: readonly RepoFacts[],
  search: TicketSearch,
  { viewer, today }: { viewer: string | undefined; today: number },
): FoundTickets {
  const found: FoundTickets['found'] = []
  let examined = 0

  for (const repo of candidates(repositories, search, viewer)) {
    for (const number of numbersIn(repo, search)) {
      if (examined++ >= mostExamined)
        return { found: inOrder(found, search.order), incomplete: true }
      const subject = { repo, ticket: ticketAt(repo, number), today }
      if (matches(subject, search)) found.push({ repo, ticket: subject.ticket })
    }
  }
  return { found: inOrder(found, search.order), incomplete: false }
}

function candidates(
  repositories: readonly RepoFacts[],
  { scopes, ofRepository }: TicketSearch,
  viewer: string | undefined,
): RepoFacts[] {
  // What is the viewer's own comes first: it is found even by a search that gives up.
  const rank = (repo: RepoFacts) => (repo.owner === viewer || repo.visibleTo !== null ? 0 : 1)
  return repositories
    .filter(
      (repo) =>
        isVisible(repo, viewer) &&
        !repo.blocked &&
        (scopes.length === 0 || scopes.some((isMeant) => isMeant(repo))) &&
        ofRepository.every((holds) => holds(repo)),
    )
    .sort((a, b) => rank(a) - rank(b))
}

function numbersIn(repo: RepoFacts, { kind, state }: TicketSearch): number[] {
  return ticketNumbers(repo, {
    kind: kind === 'pull' ? 'pulls' : 'issues and pulls',
    state: state ?? 'all',
    sort: 'created',
    direction: 'desc',
  })
}

function matches(subject: Subject, { ofTicket, words }: TicketSearch): boolean {
  // Issues that were written before they were switched off are not shown any more.
  if (!subject.ticket.isPull && !subject.repo.hasIssues) return false
  if (!ofTicket.every((holds) => holds(subject))) return false
  const title = subject.ticket.title.toLowerCase()
  return words.every((word) => title.includes(word))
}

function inOrder(found: FoundTickets['found'], order: TicketOrder | undefined) {
  const { by, ascending } = order ?? { by: 'created', ascending: false }
  const sign = ascending ? -1 : 1
  const weigh = ({ ticket }: { ticket: Ticket }) =>
    by === 'comments' ? -ticket.comments : ticket[`${by}SecondsAgo`]
  return found.sort(
    (a, b) =>
      sign * (weigh(a) - weigh(b)) || a.repo.id - b.repo.id || b.ticket.number - a.ticket.number,
  )
}
