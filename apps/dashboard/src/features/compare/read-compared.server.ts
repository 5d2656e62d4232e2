import { errorRules, type GitHub, GitHubError, type Snapshot, type ToPanel } from '@repo/github'
import type { FailedRepo, UnreadRepo } from '#components/repo/unread-repo.ts'
import { readRepoDetails } from '#features/overview/read-overview.server.ts'
import type { RepoDetails } from '#features/overview/repo-overview.tsx'

/** A repository to compare: its overview, or why there is none. */
export type CompareResult = ComparedRepo | UnreadRepo

/** An overview, and the former names under which it was requested. */
export type ComparedRepo = { name: string; overview: RepoDetails; formerNames: string[] }

type ReadTools = { github: GitHub; panel: ToPanel }

/**
 * Reads repositories in parallel, and merges results for the same repository under several names. A
 * repository that is missing, or that GitHub fails to return, is a result; throws when every one
 * fails, and any error that concerns the whole page.
 */
export async function readCompared(
  tools: ReadTools,
  names: readonly string[],
): Promise<CompareResult[]> {
  const reads = await Promise.allSettled(names.map((name) => readUnderCurrentName(tools, name)))
  const errors = reads.flatMap((read) => (read.status === 'rejected' ? [read.reason] : []))
  if (errors.length > 0 && errors.length === reads.length) throw errors[0]
  const results = reads.map((read, index) =>
    read.status === 'fulfilled'
      ? read.value
      : createFailedRepo(tools.panel, names[index] ?? '', read.reason),
  )
  return mergeDuplicates(await Promise.all(results))
}

// As a panel, the failure shortens the page's lifetime and has the texts of panels.
async function createFailedRepo(panel: ToPanel, name: string, error: unknown): Promise<FailedRepo> {
  const isTemporary = error instanceof GitHubError && errorRules(error.kind).status === 503
  if (!isTemporary) throw error
  const failure = await panel(Promise.reject<Snapshot<never>>(error))
  if ('data' in failure) throw error
  return { name, failure }
}

async function readUnderCurrentName(tools: ReadTools, fullName: string): Promise<CompareResult> {
  const result = await readOne(tools, fullName)
  // GitHub redirects straight to the current name. A second redirect means that a stored response was
  // out of date; the second read has deleted it.
  if (!('renamedTo' in result)) return result
  const found = await readOne(tools, result.renamedTo)
  if ('renamedTo' in found) {
    const reason = 'its names redirect to each other'
    throw new GitHubError('unreachable', { path: `/repos/${result.renamedTo}`, reason })
  }
  return 'overview' in found ? { ...found, formerNames: [fullName] } : found
}

async function readOne(
  tools: ReadTools,
  fullName: string,
): Promise<CompareResult | { renamedTo: string }> {
  const [owner = '', name = ''] = fullName.split('/')
  try {
    return { name: fullName, overview: await readRepoDetails(tools, owner, name), formerNames: [] }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    const { kind } = error
    if (kind === 'renamed' && error.fullName !== undefined) return { renamedTo: error.fullName }
    if (kind === 'blocked' || kind === 'forbidden') return { name: fullName, missing: kind }
    if (kind === 'not-found' || kind === 'gone') return { name: fullName, missing: 'not-found' }
    throw error
  }
}

/** Merges results for the same repository. */
function mergeDuplicates(results: readonly CompareResult[]): CompareResult[] {
  const merged = new Map<number | string, CompareResult>()
  for (const result of results) {
    const key = 'overview' in result ? identityOf(result) : `unread ${result.name}`
    const same = merged.get(key)
    if (same && 'overview' in same && 'overview' in result) {
      same.formerNames.push(...result.formerNames)
    } else {
      merged.set(key, result)
    }
  }
  return [...merged.values()]
}

function identityOf({ overview: { repo } }: ComparedRepo): number | string {
  return repo.id ?? repo.fullName.toLowerCase()
}
