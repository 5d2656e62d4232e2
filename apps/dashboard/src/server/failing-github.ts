import { type Call, createClient, type GitHub, type Panel, type TakePanel } from '@repo/github'
import type { Fault } from '#features/learn/faults.ts'
import { readEnv } from './env.ts'
import { exampleRepo } from './example-repo.ts'
import { frameFor } from './frame.ts'

/** Parts of a page about a repository, each in the state in which its read has ended. */
export type Failing = {
  parts: { title: string; panel: Panel<string> }[]
  calls: { path: string; status: number | null; cameTo: string; milliseconds: number }[]
}

/** Milliseconds after which a part says that there was no answer. */
const deadline = 3000

/** Tells whether the data comes from the sample GitHub, which fails when it is asked to. */
export async function isSample(): Promise<boolean> {
  const known = frameFor([]).source
  if (known !== 'unknown') return known === 'sample'
  const calls: Call[] = []
  const { owner, repo } = exampleRepo()
  await forgetfulGitHub(calls).repo(owner, repo)
  return frameFor(calls).source === 'sample'
}

/** Reads a repository that fails. */
export async function readFailing({ repository }: Fault, panel: TakePanel): Promise<Failing> {
  const calls: Call[] = []
  const github = forgetfulGitHub(calls)
  const [owner = '', name = ''] = repository.split('/')
  const [stars, languages, weeks, contributors] = await Promise.all([
    panel(github.repo(owner, name), (repo) => `${repo.stars ?? 'unknown'}`),
    panel(github.languages(owner, name), (found) => found.map((one) => one.name).join(', ')),
    panel(github.commitActivity(owner, name), (found) => `${found.length} weeks`),
    panel(github.contributors(owner, name), () => 'There are some'),
  ])
  return {
    parts: [
      { title: 'Stars', panel: stars },
      { title: 'Languages', panel: languages },
      { title: 'Commits', panel: weeks },
      { title: 'Contributors', panel: contributors },
    ],
    calls: calls.map(({ path, status, verdict, failed, milliseconds }) => ({
      path,
      status: status ?? null,
      cameTo: verdict ?? failed ?? 'nothing',
      milliseconds,
    })),
  }
}

// A client of its own for each request remembers nothing: every question is asked, and a limit that
// GitHub sets here does not hold for the rest of the site.
function forgetfulGitHub(calls: Call[]): GitHub {
  const { githubApiUrl, githubToken } = readEnv()
  const client = createClient({ baseUrl: githubApiUrl, token: githubToken })
  return client.forRequest({ deadline, onCall: (call) => calls.push(call) })
}
