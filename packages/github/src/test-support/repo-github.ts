import { createHash } from 'node:crypto'
import type { RequestListener } from 'node:http'
import type { GitHub } from '../resources/index.ts'

/** A repository of a GitHub that the server's token sees, private or not. */
export type FakeRepo = {
  id: number
  isPrivate: boolean
  /** A word in every text about it. */
  canary: string
}

/** The reads that are about no single repository; every other is called for one. */
const otherReads = {
  getOwner: ['acme'],
  listOwnerRepos: ['acme', { sort: 'pushed', page: 1 }],
  searchRepos: [{ q: 'rocket', sort: 'stars', page: 1 }],
  searchOwners: [{ q: 'acme' }],
  getRateLimit: [],
  getReposById: [[1]],
  getViewer: [],
  listViewerRepos: [{ sort: 'pushed', page: 1 }],
  searchIssues: [{ q: 'repo:acme/rocket', page: 1 }],
} satisfies Partial<Record<keyof GitHub, unknown[]>>

const options = { page: 1, kind: 'issue', state: 'open', sort: 'newest' }

const textArguments: Partial<Record<keyof GitHub, string>> = {
  getUnreleasedCommits: 'v1',
  countWorkflowRuns: 'main',
  countOpenChanges: '2026-05-25T00:00:00Z',
}

/** Calls a read by its name: about a repository, unless it is about none. */
export async function callRead(github: GitHub, name: keyof GitHub, repo: string): Promise<unknown> {
  const [owner, ...rest] = repo.split('/')
  const ofRepo = [owner, rest.join('/'), textArguments[name] ?? options]
  const args: unknown[] = name in otherReads ? Object(otherReads)[name] : ofRepo
  return Reflect.apply(github[name], undefined, args)
}

/** The names of all reads of a client; those about a repository; and those about none. */
export function readNames(github: GitHub) {
  const all = Object.keys(github).filter((name): name is keyof GitHub => name in github)
  const ofRepo = all.filter((name) => !(name in otherReads))
  return { all, ofRepo }
}

/** What GitHub's API returns about a repository to a token that sees it: JSON, or HTML as a text. */
export function respondAbout(fullName: string, repo: FakeRepo, path: string): unknown {
  const { id, isPrivate, canary } = repo
  const whole = { id, full_name: fullName, private: isPrivate, description: canary }
  const url = `https://github.test/${fullName}/${canary}`
  const at = '2026-05-01T00:00:00Z'
  const user = { login: canary, type: 'User', avatar_url: null }
  const issue = { number: 1, title: canary, html_url: url, user, state: 'open', created_at: at }
  const comment = { issue_url: 'https://github.test/1', user, created_at: at }
  const release = { tag_name: canary, name: canary, published_at: at, html_url: url }
  const below: Record<string, unknown> = {
    '/languages': { [canary]: 100 },
    '/commits/HEAD/check-runs': {
      total_count: 1,
      check_runs: [{ name: canary, status: 'completed', conclusion: 'failure' }],
    },
    '/commits/HEAD/status': { sha: canary, total_count: 0, statuses: [], repository: whole },
    '/stats/commit_activity': [],
    '/stats/code_frequency': [],
    '/stats/participation': { all: Array(52).fill(id), owner: Array(52).fill(id) },
    '/stats/contributors': [{ author: user, weeks: [{ w: 0, a: 1, d: 1, c: 1 }] }],
    '/stargazers/history': [],
    '/community/profile': { files: { readme: { html_url: url } } },
    '/actions/runs': { total_count: 1, workflow_runs: [{ name: canary, conclusion: 'success' }] },
    '/security-advisories': [{ ghsa_id: canary, vulnerabilities: [{ patched_versions: '1.0.1' }] }],
    '/readme': `<p>${canary}</p>`,
    '/releases/latest': release,
    '/releases': [release],
    '/compare/v1...HEAD': { ahead_by: id, html_url: url },
    '/contributors': [{ ...user, contributions: id }],
    '/pulls': [issue],
    '/issues': [issue],
    '/issues/comments': [comment],
    '/pulls/comments': [comment],
  }
  const lists: Record<string, unknown> = {
    [`/repos/${fullName}`]: whole,
    [`/repositories/${id}`]: whole,
    '/users/acme': { login: 'acme', type: 'Organization' },
    '/users/acme/repos': [whole],
    '/search/repositories': { total_count: 1, incomplete_results: false, items: [whole] },
    '/search/issues': { total_count: 1, incomplete_results: false, items: [issue] },
    '/search/users': {
      total_count: 1,
      incomplete_results: false,
      items: [{ login: 'acme', type: 'Organization' }],
    },
    '/rate_limit': { resources: {} },
  }
  return lists[path] ?? below[path.slice(`/repos/${fullName}`.length)]
}

/** Listens as a GitHub with repositories that can change, and an entity tag for each version. */
export function listenAbout(find: (fullName: string) => FakeRepo | undefined): RequestListener {
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://github.test')
    const named = /^\/repos\/([^/]+\/[^/]+)/.exec(pathname)?.[1]
    const searched = /repo:(\S+)/.exec(searchParams.get('q') ?? '')?.[1]
    const fullName = named ?? searched ?? 'acme/rocket'
    const repo = find(fullName)
    const body = repo && respondAbout(fullName, repo, pathname)
    const etag = `"${createHash('sha256')
      .update(JSON.stringify([body]))
      .digest('hex')}"`
    if (body === undefined) return response.writeHead(404, json).end('{}')
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end()
    const isHtml = typeof body === 'string'
    const type = isHtml ? { 'content-type': 'application/vnd.github.html; charset=utf-8' } : json
    return response.writeHead(200, { ...type, etag }).end(isHtml ? body : JSON.stringify(body))
  }
}

const json = { 'content-type': 'application/json; charset=utf-8' }
