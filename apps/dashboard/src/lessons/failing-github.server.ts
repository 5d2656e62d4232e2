import {
  createClient,
  type GitHub,
  type GitHubCall,
  GitHubError,
  type Panel,
  type Repo,
  type Snapshot,
  type ToPanel,
} from '@repo/github'
import { createStores, type Stores } from '@repo/github/store'
import { LESSON_DEADLINE_MS } from '#server/deadlines.ts'
import { readEnv } from '#server/env.ts'
import { frameFor } from '#server/frame.ts'
import { exampleRepo } from './example-repo.server.ts'
import type { Fault, Keeping } from './faults.ts'

/** Parts of a page about a repository, each in the state in which its read has ended. */
export type Failing = {
  parts: { title: string; panel: Panel<string> }[]
  calls: { path: string; status: number | null; cameTo: string; milliseconds: number }[]
}

/** Milliseconds since what is kept was good: too long to be shown before GitHub has been asked. */
const age = 2 * 3_600_000

/** Tells whether the data comes from the sample GitHub, which fails when it is asked to. */
export async function isSample(): Promise<boolean> {
  const known = frameFor([]).source
  if (known !== 'unknown') return known === 'sample'
  const calls: GitHubCall[] = []
  const { owner, repo } = exampleRepo()
  await ownGitHub({ onCall: (call) => calls.push(call) }).getRepo(owner, repo)
  return frameFor(calls).source === 'sample'
}

/** Reads a repository that fails, by who has kept nothing or a good answer of before. */
export async function readFailing(
  { repository }: Fault,
  keeping: Keeping,
  panel: ToPanel,
): Promise<Failing> {
  const calls: GitHubCall[] = []
  const stores = createStores({ maxBytes: 1024 * 1024 })
  const name = keeping === 'answer' ? failingAgain(repository) : repository
  if (keeping === 'answer') await Promise.all(Object.values(partsOf(name, { stores, ago: age })))

  const parts = partsOf(name, { stores, onCall: (call) => calls.push(call) })
  const [stars, languages, commits, contributors] = await Promise.all([
    panel(parts.stars, ({ stars, fullName }) => `${stars ?? 'unknown'} of ${fullName}`),
    panel(parts.languages, (found) => found.map((one) => one.name).join(', ')),
    panel(parts.commits, (weeks) => `${weeks.length} weeks`),
    panel(parts.contributors, () => 'There are some'),
  ])
  return {
    parts: [
      { title: 'Stars', panel: stars },
      { title: 'Languages', panel: languages },
      { title: 'Commits', panel: commits },
      { title: 'Contributors', panel: contributors },
    ],
    calls: calls.map(({ path, status, cacheStatus, errorKind, durationMs }) => ({
      path,
      status: status ?? null,
      cameTo: cacheStatus ?? errorKind ?? 'nothing',
      milliseconds: durationMs,
    })),
  }
}

// The sample GitHub answers once, and fails when it is asked whether anything is new.
function failingAgain(repository: string): string {
  return repository.replace('failures/', 'failures/again--')
}

function partsOf(repository: string, reading: Reading) {
  const github = ownGitHub(reading)
  const [owner = '', name = ''] = repository.split('/')
  return {
    stars: repoOfToday(github, owner, name),
    languages: github.getLanguages(owner, name),
    commits: github.getCommitActivity(owner, name),
    contributors: github.listContributors(owner, name),
  }
}

// Where a page would send its visitor to the new name, a part reads that.
async function repoOfToday(github: GitHub, owner: string, name: string): Promise<Snapshot<Repo>> {
  try {
    return await github.getRepo(owner, name)
  } catch (error) {
    const isRenamed = error instanceof GitHubError && error.kind === 'renamed'
    const [newOwner, newName] = (isRenamed && error.fullName?.split('/')) || []
    if (newOwner === undefined || newName === undefined) throw error
    return github.getRepo(newOwner, newName)
  }
}

type Reading = { stores?: Stores; ago?: number; onCall?: (call: GitHubCall) => void }

// A client of its own for each reading knows what it is given here and nothing else: a limit that
// GitHub sets does not hold for the rest of the site.
function ownGitHub({ stores, ago = 0, onCall }: Reading): GitHub {
  const { githubApiUrl: baseUrl, githubToken: token } = readEnv()
  const client = createClient({ baseUrl, token, stores, now: () => Date.now() - ago })
  return client.forRequest({ deadlineMs: LESSON_DEADLINE_MS, onCall })
}
