import { isoAgo, secondsPerDay } from '../data/clock.ts'
import { shaOfCommit } from '../data/commits.ts'
import type { RepoFacts } from '../data/facts.ts'
import { draw } from '../data/random.ts'
import { contributorAt } from '../data/repository-people.ts'
import { simpleUser } from './account.ts'
import { repositoryHtmlUrl, repositoryInList, repositoryUrl } from './repository.ts'
import { nodeId, type Schema, type View } from './schemas.ts'

/** The number of completed runs on the default branch. */
export function workflowRunCount(repo: RepoFacts): number {
  return repo.checks === 'none' || repo.empty ? 0 : 240
}

/** The runs of the newest commit agree with its check runs; while these run, none has completed. */
function conclusionOf(repo: RepoFacts, index: number): string {
  if (repo.checks === 'failing' && index < 17) return 'failure'
  if (repo.checks === 'passing' && index === 0) return 'success'
  const run = repo.checks === 'passing' ? index - 1 : index
  if (draw(repo.seed, 'canceled run', run) < 0.03) return 'cancelled'
  return draw(repo.seed, 'run', run) < 0.06 ? 'failure' : 'success'
}

/** A completed run of the only workflow; index 0 is the newest. */
export function workflowRun(repo: RepoFacts, index: number, view: View): Schema<'workflow-run'> {
  const id = repo.id * 1000 + 999 - index
  const base = repositoryUrl(repo, view)
  const url = `${base}/actions/runs/${id}`
  const at = isoAgo(view.today, repo.pushedSecondsAgo + Math.floor(index * secondsPerDay * 0.4))
  const actor = simpleUser(contributorAt(repo, index % 5), view)
  return {
    id,
    name: 'CI',
    node_id: nodeId('WFR', id),
    check_suite_id: id,
    check_suite_node_id: nodeId('CS', id),
    head_branch: repo.defaultBranch,
    head_sha: shaOfCommit(repo, repo.checks === 'running' ? index + 1 : index),
    path: '.github/workflows/ci.yml',
    run_number: workflowRunCount(repo) - index,
    run_attempt: 1,
    referenced_workflows: [],
    event: 'push',
    status: 'completed',
    conclusion: conclusionOf(repo, index),
    workflow_id: repo.id,
    url,
    html_url: `${repositoryHtmlUrl(repo)}/actions/runs/${id}`,
    pull_requests: [],
    created_at: at,
    updated_at: at,
    actor,
    triggering_actor: actor,
    run_started_at: at,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${base}/check-suites/${id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${base}/actions/workflows/${repo.id}`,
    head_commit: null,
    repository: repositoryInList(repo, view),
    head_repository: repositoryInList(repo, view),
    display_title: 'Check the default branch',
  }
}
