import { isoAgo } from '../data/clock.ts'
import type { Commit } from '../data/commits.ts'
import type { RepoFacts } from '../data/facts.ts'
import { shaOf } from '../data/random.ts'
import { simpleUser } from './account.ts'
import { repositoryHtmlUrl, repositoryUrl } from './repository.ts'
import type { Schema, View } from './schemas.ts'

export function commitBody(repo: RepoFacts, commit: Commit, view: View): Schema<'commit'> {
  const base = repositoryUrl(repo, view)
  const url = `${base}/commits/${commit.sha}`
  const date = isoAgo(view.today, commit.secondsAgo)
  const signature = { name: commit.authorName, email: commit.authorEmail, date }
  const author = commit.author && simpleUser(commit.author, view)
  const tree = shaOf(repo.seed, commit.sha)
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha.slice(0, 20)}`,
    commit: {
      author: signature,
      committer: signature,
      message: commit.message,
      tree: { sha: tree, url: `${base}/git/trees/${tree}` },
      url: `${base}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: {
        verified: commit.verified,
        reason: commit.verified ? 'valid' : 'unsigned',
        signature: null,
        payload: null,
        verified_at: commit.verified ? date : null,
      },
    },
    url,
    html_url: `${repositoryHtmlUrl(repo)}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    author,
    committer: author,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${base}/commits/${sha}`,
      html_url: `${repositoryHtmlUrl(repo)}/commit/${sha}`,
    })),
  }
}
