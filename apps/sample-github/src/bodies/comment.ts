import { isoAgo } from '../data/clock.ts'
import type { Comment } from '../data/comments.ts'
import type { RepoFacts } from '../data/facts.ts'
import { shaOf } from '../data/random.ts'
import { simpleUser } from './account.ts'
import { reactions } from './issue.ts'
import { repositoryHtmlUrl, repositoryUrl } from './repository.ts'
import { nodeId, type Schema, type View } from './schemas.ts'

export function issueComment(
  repo: RepoFacts,
  comment: Comment,
  view: View,
): Schema<'issue-comment'> {
  const url = repositoryUrl(repo, view)
  return {
    url: `${url}/issues/comments/${comment.id}`,
    html_url: `${repositoryHtmlUrl(repo)}/issues/${comment.number}#issuecomment-${comment.id}`,
    issue_url: `${url}/issues/${comment.number}`,
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    user: comment.author && simpleUser(comment.author, view),
    created_at: isoAgo(view.today, comment.secondsAgo),
    updated_at: isoAgo(view.today, comment.secondsAgo),
    author_association: 'NONE',
    body: comment.text,
    reactions: reactions(`${url}/issues/comments/${comment.id}`, comment.id % 5),
    performed_via_github_app: null,
  }
}

export function reviewComment(
  repo: RepoFacts,
  comment: Comment,
  view: View,
): Schema<'pull-request-review-comment'> {
  const url = `${repositoryUrl(repo, view)}/pulls/comments/${comment.id}`
  const pullUrl = `${repositoryUrl(repo, view)}/pulls/${comment.number}`
  const page = `${repositoryHtmlUrl(repo)}/pull/${comment.number}#discussion_r${comment.id}`
  const sha = shaOf(repo.seed, 'head', comment.number)
  return {
    url,
    pull_request_review_id: comment.id + 1,
    id: comment.id,
    node_id: nodeId('PRRC', comment.id),
    diff_hunk: '@@ -12,6 +12,7 @@ export function next(run) {',
    path: 'src/schedule.ts',
    position: 1,
    original_position: 1,
    commit_id: sha,
    original_commit_id: sha,
    user: comment.author && simpleUser(comment.author, view),
    body: comment.text,
    created_at: isoAgo(view.today, comment.secondsAgo),
    updated_at: isoAgo(view.today, comment.secondsAgo),
    html_url: page,
    pull_request_url: pullUrl,
    author_association: 'CONTRIBUTOR',
    reactions: reactions(url, comment.id % 5),
    _links: { self: { href: url }, html: { href: page }, pull_request: { href: pullUrl } },
    line: 14,
    side: 'RIGHT',
    subject_type: 'line',
  }
}
