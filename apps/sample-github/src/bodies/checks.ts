import { acme } from '../data/accounts.ts'
import { isoAgo, secondsPerDay } from '../data/clock.ts'
import type { RepoFacts } from '../data/facts.ts'
import { simpleUser } from './account.ts'
import { repositoryHtmlUrl, repositoryInList, repositoryUrl } from './repository.ts'
import { nodeId, type Schema, type View } from './schemas.ts'

const checkNames = ['lint', 'typecheck', 'unit (node 20)', 'unit (node 24)', 'end-to-end', 'build']

type Result = Pick<Schema<'check-run'>, 'status' | 'conclusion'>

function resultOf(repo: RepoFacts, index: number): Result {
  if (repo.checks === 'failing' && (index === 3 || index === 4)) {
    return { status: 'completed', conclusion: 'failure' }
  }
  if (repo.checks === 'running' && index > 2) return { status: 'in_progress', conclusion: null }
  if (index === 5 && repo.checks === 'failing') {
    return { status: 'completed', conclusion: 'skipped' }
  }
  return { status: 'completed', conclusion: 'success' }
}

export function checkRunCount(repo: RepoFacts): number {
  return repo.checks === 'none' ? 0 : checkNames.length
}

export function checkRuns(repo: RepoFacts, sha: string, view: View): Schema<'check-run'>[] {
  if (repo.checks === 'none') return []
  return checkNames.map((name, index) => checkRun(repo, sha, name, index, view))
}

function checkRun(
  repo: RepoFacts,
  sha: string,
  name: string,
  index: number,
  view: View,
): Schema<'check-run'> {
  const id = repo.id * 10 + index
  const url = `${repositoryUrl(repo, view)}/check-runs/${id}`
  const page = `${repositoryHtmlUrl(repo)}/actions/runs/${repo.id}/job/${id}`
  const result = resultOf(repo, index)
  const finished = repo.pushedSecondsAgo > 600 ? repo.pushedSecondsAgo - 120 - index * 20 : 0
  return {
    id,
    name,
    node_id: nodeId('CR', id),
    head_sha: sha,
    external_id: `job-${id}`,
    url,
    html_url: page,
    details_url: page,
    ...result,
    started_at: isoAgo(view.today, repo.pushedSecondsAgo),
    completed_at: result.conclusion === null ? null : isoAgo(view.today, finished),
    output: {
      title: result.conclusion === 'failure' ? '2 tests failed' : null,
      summary: null,
      text: null,
      annotations_count: 0,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: repo.id },
    app: buildApp(view),
    pull_requests: [],
  }
}

function buildApp(view: View): Schema<'nullable-integration'> {
  return {
    id: 15_368,
    slug: 'sample-actions',
    node_id: nodeId('A', 15_368),
    owner: simpleUser(acme, view),
    name: 'Sample Actions',
    description: 'Runs the checks of the sample data.',
    external_url: 'https://actions.acme.example',
    html_url: 'https://github.example/apps/sample-actions',
    created_at: isoAgo(view.today, 900 * secondsPerDay),
    updated_at: isoAgo(view.today, 90 * secondsPerDay),
    permissions: { checks: 'write', metadata: 'read' },
    events: ['push'],
  }
}

const statusByChecks = {
  passing: ['success', 'The preview is ready'],
  failing: ['failure', 'The preview could not be built'],
  running: ['pending', 'The preview is being built'],
} as const

/** Without any status GitHub reports `pending`, as it does for an unfinished one. */
export function combinedStatus(
  repo: RepoFacts,
  sha: string,
  view: View,
): Schema<'combined-commit-status'> {
  const url = repositoryUrl(repo, view)
  const statuses = repo.checks === 'none' ? [] : [previewStatus(repo, repo.checks, sha, view)]
  return {
    state: statuses[0]?.state ?? 'pending',
    statuses,
    sha,
    total_count: statuses.length,
    repository: repositoryInList(repo, view),
    commit_url: `${url}/commits/${sha}`,
    url: `${url}/commits/${sha}/status`,
  }
}

function previewStatus(
  repo: RepoFacts,
  checks: keyof typeof statusByChecks,
  sha: string,
  view: View,
): Schema<'simple-commit-status'> {
  const [state, description] = statusByChecks[checks]
  return {
    url: `${repositoryUrl(repo, view)}/statuses/${sha}`,
    avatar_url: null,
    id: repo.id,
    node_id: nodeId('SC', repo.id),
    state,
    description,
    target_url: `https://preview.${repo.name}.example`,
    context: 'preview',
    created_at: isoAgo(view.today, repo.pushedSecondsAgo),
    updated_at: isoAgo(view.today, repo.pushedSecondsAgo),
  }
}
