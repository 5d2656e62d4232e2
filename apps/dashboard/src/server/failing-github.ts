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
export async function isSample(github: GitHub): Promise<boolean> {
  const { owner, repo } = exampleRepo()
  await github.repo(owner, repo)
  return frameFor([]).source === 'sample'
}

/**
 * Reads a repository that fails. A client of its own for each request remembers nothing, so every
 * question is asked, and a limit that GitHub sets here does not hold for the rest of the site.
 */
export async function readFailing({ repository }: Fault, panel: TakePanel): Promise<Failing> {
  const calls: Call[] = []
  const { githubApiUrl, githubToken } = readEnv()
  const client = createClient({ baseUrl: githubApiUrl, token: githubToken })
  const github = client.forRequest({ deadline, onCall: (call) => calls.push(call) })
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
