import { isoAgo } from '../data/clock.ts'
import type { RepoFacts } from '../data/facts.ts'
import type { IssueOrPull } from '../data/issues.ts'
import { hash, shaOf } from '../data/random.ts'
import { isMember } from '../data/repository-people.ts'
import { issueText, type LabelText, pullText } from '../data/text/issues.ts'
import { simpleUser } from './account.ts'
import { ownerOf, repositoryHtmlUrl, repositoryUrl } from './repository.ts'
import { nodeId, type Schema, type View } from './schemas.ts'

type PullLabel = Schema<'pull-request-simple'>['labels'][number]

function label(repo: RepoFacts, text: LabelText, view: View): PullLabel {
  const id = hash(text.name) + 1_000
  return {
    id,
    node_id: nodeId('LA', id),
    url: `${repositoryUrl(repo, view)}/labels/${encodeURIComponent(text.name)}`,
    name: text.name,
    color: text.color,
    default: false,
    description: text.description,
  }
}

function idOf(repo: RepoFacts, ticket: IssueOrPull): number {
  return repo.id * 1_000 + ticket.number
}

function iso(secondsAgo: number | null, { today }: View): string | null {
  return secondsAgo === null ? null : isoAgo(today, secondsAgo)
}

function association(repo: RepoFacts, ticket: IssueOrPull): Schema<'author-association'> {
  if (ticket.author === null) return 'NONE'
  if (ticket.author.login === repo.owner) return 'OWNER'
  if (isMember(repo, ticket.author.login)) return 'MEMBER'
  return ticket.isPull ? 'CONTRIBUTOR' : 'NONE'
}

export function issue(repo: RepoFacts, ticket: IssueOrPull, view: View) {
  const url = `${repositoryUrl(repo, view)}/issues/${ticket.number}`
  const pullUrl = `${repositoryUrl(repo, view)}/pulls/${ticket.number}`
  const kind = ticket.isPull ? 'pull' : 'issues'
  const page = `${repositoryHtmlUrl(repo)}/${kind}/${ticket.number}`
  const assignee = ticket.assignee && simpleUser(ticket.assignee, view)
  return {
    url,
    repository_url: repositoryUrl(repo, view),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    id: idOf(repo, ticket),
    node_id: nodeId(ticket.isPull ? 'PR' : 'I', idOf(repo, ticket)),
    number: ticket.number,
    title: ticket.title,
    user: ticket.author && simpleUser(ticket.author, view),
    labels: ticket.labels.map((text) => label(repo, text, view)),
    state: ticket.isOpen ? 'open' : 'closed',
    locked: false,
    assignee,
    assignees: assignee ? [assignee] : [],
    milestone: null,
    comments: ticket.comments,
    created_at: isoAgo(view.today, ticket.createdSecondsAgo),
    updated_at: isoAgo(view.today, ticket.updatedSecondsAgo),
    closed_at: iso(ticket.closedSecondsAgo, view),
    author_association: association(repo, ticket),
    active_lock_reason: null,
    ...(ticket.isPull
      ? {
          draft: ticket.isDraft,
          pull_request: {
            url: pullUrl,
            html_url: page,
            diff_url: `${page}.diff`,
            patch_url: `${page}.patch`,
            merged_at: iso(ticket.mergedSecondsAgo, view),
          },
        }
      : {}),
    body: ticket.isPull ? pullText(ticket.title) : issueText(ticket.title),
    reactions: reactions(url, ticket),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: stateReason(ticket),
  } satisfies Schema<'issue'>
}

/** As the search finds it; only the address says which repository it is of. */
export function issueSearchResult(
  repo: RepoFacts,
  ticket: IssueOrPull,
  view: View,
): Schema<'issue-search-result-item'> {
  return { ...issue(repo, ticket, view), score: 1 }
}

function stateReason(ticket: IssueOrPull): 'completed' | 'not_planned' | null {
  if (ticket.isOpen || ticket.isPull) return null
  return ticket.number % 9 === 0 ? 'not_planned' : 'completed'
}

function reactions(url: string, ticket: IssueOrPull): Schema<'reaction-rollup'> {
  const thumbs = ticket.comments % 7
  return {
    url: `${url}/reactions`,
    total_count: thumbs,
    '+1': thumbs,
    '-1': 0,
    laugh: 0,
    hooray: 0,
    confused: 0,
    heart: 0,
    rocket: 0,
    eyes: 0,
  }
}

/** The repository is passed in, because every item of a list shares it. */
export function pull(
  repo: RepoFacts,
  inside: Schema<'repository'>,
  ticket: IssueOrPull,
  view: View,
): Schema<'pull-request-simple'> {
  const url = `${repositoryUrl(repo, view)}/pulls/${ticket.number}`
  const issueUrl = `${repositoryUrl(repo, view)}/issues/${ticket.number}`
  const page = `${repositoryHtmlUrl(repo)}/pull/${ticket.number}`
  const headSha = shaOf(repo.seed, 'head', ticket.number)
  const headRef = `change-${ticket.number}`
  const author = ticket.author && simpleUser(ticket.author, view)
  const assignee = ticket.assignee && simpleUser(ticket.assignee, view)
  const statuses = `${repositoryUrl(repo, view)}/statuses/${headSha}`
  return {
    url,
    id: idOf(repo, ticket),
    node_id: nodeId('PR', idOf(repo, ticket)),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issueUrl,
    number: ticket.number,
    state: ticket.isOpen ? 'open' : 'closed',
    locked: false,
    title: ticket.title,
    user: author,
    body: pullText(ticket.title),
    created_at: isoAgo(view.today, ticket.createdSecondsAgo),
    updated_at: isoAgo(view.today, ticket.updatedSecondsAgo),
    closed_at: iso(ticket.closedSecondsAgo, view),
    merged_at: iso(ticket.mergedSecondsAgo, view),
    merge_commit_sha: shaOf(repo.seed, 'merge', ticket.number),
    assignee,
    assignees: assignee ? [assignee] : [],
    requested_reviewers: ticket.requestedReviewers.map((account) => simpleUser(account, view)),
    requested_teams: [],
    labels: ticket.labels.map((text) => label(repo, text, view)),
    milestone: null,
    draft: ticket.isDraft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repositoryUrl(repo, view)}/pulls/comments{/number}`,
    comments_url: `${issueUrl}/comments`,
    statuses_url: statuses,
    head: {
      label: `${repo.owner}:${headRef}`,
      ref: headRef,
      sha: headSha,
      user: author,
      repo: inside,
    },
    base: {
      label: `${repo.owner}:${repo.defaultBranch}`,
      ref: repo.defaultBranch,
      sha: shaOf(repo.seed, 'base', ticket.number),
      user: simpleUser(ownerOf(repo), view),
      repo: inside,
    },
    _links: {
      self: { href: url },
      html: { href: page },
      issue: { href: issueUrl },
      comments: { href: `${issueUrl}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${repositoryUrl(repo, view)}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: association(repo, ticket),
    auto_merge: null,
    active_lock_reason: null,
  }
}
