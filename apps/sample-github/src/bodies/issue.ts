import { isoAgo } from '../data/clock.ts'
import type { RepoFacts } from '../data/facts.ts'
import { issueText, type LabelText, pullText } from '../data/issue-texts.ts'
import type { IssueOrPull } from '../data/issues.ts'
import { hash, shaOf } from '../data/random.ts'
import { isMember } from '../data/repository-people.ts'
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

function idOf(repo: RepoFacts, item: IssueOrPull): number {
  return repo.id * 1_000 + item.number
}

function iso(secondsAgo: number | null, { today }: View): string | null {
  return secondsAgo === null ? null : isoAgo(today, secondsAgo)
}

function association(repo: RepoFacts, item: IssueOrPull): Schema<'author-association'> {
  if (item.author === null) return 'NONE'
  if (item.author.login === repo.owner) return 'OWNER'
  if (isMember(repo, item.author.login)) return 'MEMBER'
  return item.isPull ? 'CONTRIBUTOR' : 'NONE'
}

function issue(repo: RepoFacts, item: IssueOrPull, view: View) {
  const url = `${repositoryUrl(repo, view)}/issues/${item.number}`
  const pullUrl = `${repositoryUrl(repo, view)}/pulls/${item.number}`
  const kind = item.isPull ? 'pull' : 'issues'
  const page = `${repositoryHtmlUrl(repo)}/${kind}/${item.number}`
  const assignee = item.assignee && simpleUser(item.assignee, view)
  return {
    url,
    repository_url: repositoryUrl(repo, view),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    id: idOf(repo, item),
    node_id: nodeId(item.isPull ? 'PR' : 'I', idOf(repo, item)),
    number: item.number,
    title: item.title,
    user: item.author && simpleUser(item.author, view),
    labels: item.labels.map((text) => label(repo, text, view)),
    state: item.isOpen ? 'open' : 'closed',
    locked: false,
    assignee,
    assignees: assignee ? [assignee] : [],
    milestone: null,
    comments: item.comments,
    created_at: isoAgo(view.today, item.createdSecondsAgo),
    updated_at: isoAgo(view.today, item.updatedSecondsAgo),
    closed_at: iso(item.closedSecondsAgo, view),
    author_association: association(repo, item),
    active_lock_reason: null,
    ...(item.isPull
      ? {
          draft: item.isDraft,
          pull_request: {
            url: pullUrl,
            html_url: page,
            diff_url: `${page}.diff`,
            patch_url: `${page}.patch`,
            merged_at: iso(item.mergedSecondsAgo, view),
          },
        }
      : {}),
    body: item.isPull ? pullText(item.title) : issueText(item.title),
    reactions: reactions(url, item.comments % 7),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: stateReason(item),
  } satisfies Schema<'issue'>
}

/** An item of a repository's list; search results do not name who closed it. */
export function listedIssue(repo: RepoFacts, item: IssueOrPull, view: View) {
  return {
    ...issue(repo, item, view),
    closed_by: item.closedBy && simpleUser(item.closedBy, view),
  } satisfies Schema<'issue'>
}

/** An item of the search results; only its URL names the repository. */
export function issueSearchResult(
  repo: RepoFacts,
  item: IssueOrPull,
  view: View,
): Schema<'issue-search-result-item'> {
  return { ...issue(repo, item, view), score: 1 }
}

function stateReason(item: IssueOrPull): 'completed' | 'not_planned' | null {
  if (item.isOpen || item.isPull) return null
  return item.number % 9 === 0 ? 'not_planned' : 'completed'
}

/** The reactions to the item at a URL. */
export function reactions(url: string, thumbs: number): Schema<'reaction-rollup'> {
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

/** `repository` is a parameter because all items of a list share it. */
export function pull(
  repo: RepoFacts,
  repository: Schema<'repository'>,
  item: IssueOrPull,
  view: View,
): Schema<'pull-request-simple'> {
  const url = `${repositoryUrl(repo, view)}/pulls/${item.number}`
  const issueUrl = `${repositoryUrl(repo, view)}/issues/${item.number}`
  const page = `${repositoryHtmlUrl(repo)}/pull/${item.number}`
  const headSha = shaOf(repo.seed, 'head', item.number)
  const headRef = `change-${item.number}`
  const author = item.author && simpleUser(item.author, view)
  const assignee = item.assignee && simpleUser(item.assignee, view)
  const statuses = `${repositoryUrl(repo, view)}/statuses/${headSha}`
  return {
    url,
    id: idOf(repo, item),
    node_id: nodeId('PR', idOf(repo, item)),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issueUrl,
    number: item.number,
    state: item.isOpen ? 'open' : 'closed',
    locked: false,
    title: item.title,
    user: author,
    body: pullText(item.title),
    created_at: isoAgo(view.today, item.createdSecondsAgo),
    updated_at: isoAgo(view.today, item.updatedSecondsAgo),
    closed_at: iso(item.closedSecondsAgo, view),
    merged_at: iso(item.mergedSecondsAgo, view),
    merge_commit_sha: shaOf(repo.seed, 'merge', item.number),
    assignee,
    assignees: assignee ? [assignee] : [],
    requested_reviewers: item.requestedReviewers.map((account) => simpleUser(account, view)),
    requested_teams: [],
    labels: item.labels.map((text) => label(repo, text, view)),
    milestone: null,
    draft: item.isDraft,
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
      repo: repository,
    },
    base: {
      label: `${repo.owner}:${repo.defaultBranch}`,
      ref: repo.defaultBranch,
      sha: shaOf(repo.seed, 'base', item.number),
      user: simpleUser(ownerOf(repo), view),
      repo: repository,
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
    author_association: association(repo, item),
    auto_merge: null,
    active_lock_reason: null,
  }
}
