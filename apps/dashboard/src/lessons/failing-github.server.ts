import {
  createClient,
  type GitHub,
  type GitHubCall,
  GitHubError,
  type Panel,
  type Snapshot,
  type ToPanel,
} from '@repo/github'
import { createStores, type Stores } from '@repo/github/store'
import { LESSON_DEADLINE_MS } from '#server/deadlines.ts'
import { readEnv } from '#server/process/env.ts'
import type { CachedResponse, Fault } from './faults.ts'

/** The panels of a page about a failing repository, and the calls to GitHub behind them. */
export type FailingReads = {
  panels: { title: string; panel: Panel<string> }[]
  calls: { path: string; status: number | null; outcome: string; durationMs: number }[]
}

/** Age of the cached responses: past stale-while-revalidate, within stale-if-error. */
const CACHED_AGE_MS = 2 * 3_600_000

/** Reads a repository that fails, with an empty cache or with a stale response in it. */
export async function readWithFault(
  { repository }: Fault,
  cachedResponse: CachedResponse,
  panel: ToPanel,
): Promise<FailingReads> {
  const calls: GitHubCall[] = []
  const stores = createStores({ maxBytes: 1024 * 1024 })
  const hasCachedResponse = cachedResponse === 'answer'
  const name = hasCachedResponse ? failingOnRevalidation(repository) : repository
  if (hasCachedResponse) {
    await Promise.all(Object.values(startReads(name, { stores, ageMs: CACHED_AGE_MS })))
  }

  const reads = startReads(name, { stores, onCall: (call) => calls.push(call) })
  const [stars, languages, commits, contributors] = await Promise.all([
    panel(reads.stars, ({ stars, fullName }) => `${stars ?? 'unknown'} of ${fullName}`),
    panel(reads.languages, (languages) => languages.map((language) => language.name).join(', ')),
    panel(reads.commits, (weeks) => `${weeks.length} weeks`),
    panel(reads.contributors, () => 'Loaded'),
  ])
  return {
    panels: [
      { title: 'Stars', panel: stars },
      { title: 'Languages', panel: languages },
      { title: 'Commits', panel: commits },
      { title: 'Contributors', panel: contributors },
    ],
    calls: calls.map(({ path, status, cacheStatus, errorKind, durationMs }) => ({
      path,
      status: status ?? null,
      outcome: cacheStatus ?? errorKind ?? 'none',
      durationMs,
    })),
  }
}

// The sample GitHub responds to the first request for such a name, and fails on revalidation.
function failingOnRevalidation(repository: string): string {
  return repository.replace('failures/', 'failures/again--')
}

function startReads(repository: string, options: ClientOptions) {
  const github = createIsolatedGitHub(options)
  return {
    stars: followRename(repository, github.getRepo),
    languages: followRename(repository, github.getLanguages),
    commits: followRename(repository, github.getCommitActivity),
    contributors: followRename(repository, github.listContributors),
  }
}

// A page would redirect its visitor to the new name; a panel reads it instead.
async function followRename<T>(
  repository: string,
  read: (owner: string, name: string) => Promise<Snapshot<T>>,
): Promise<Snapshot<T>> {
  const [owner = '', name = ''] = repository.split('/')
  try {
    return await read(owner, name)
  } catch (error) {
    const isRenamed = error instanceof GitHubError && error.kind === 'renamed'
    const [newOwner, newName] = (isRenamed && error.fullName?.split('/')) || []
    if (newOwner === undefined || newName === undefined) throw error
    return read(newOwner, newName)
  }
}

type ClientOptions = { stores?: Stores; ageMs?: number; onCall?: (call: GitHubCall) => void }

// A separate client, so that a rate limit in the lesson does not apply to the rest of the site.
function createIsolatedGitHub({ stores, ageMs = 0, onCall }: ClientOptions): GitHub {
  const { githubApiUrl: baseUrl, githubToken: token } = readEnv()
  const client = createClient({ baseUrl, token, stores, now: () => Date.now() - ageMs })
  return client.forRequest({ deadlineMs: LESSON_DEADLINE_MS, onCall })
}
