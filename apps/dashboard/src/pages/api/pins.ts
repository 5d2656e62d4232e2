import { setCacheHeaders } from '@repo/cache-headers'
import { isRepoId, MAX_REPO_IDS } from '@repo/github'
import { type Pin, readPins } from '#features/pins/read-pins.server.ts'
import { degradedPage, publicPage } from '#server/cache-policies.ts'
import { serveGitHubApi } from '#server/serve-api.ts'

type PinsResponse = { repos: Pin[] }

/** The current details of repositories by id, for the pins that a browser stores. */
export default serveGitHubApi(async ({ query }, res, { github, panel, isDegraded }) => {
  const ids = String(query.ids ?? '')
    .split(',')
    .map(Number)
  if (ids.length > MAX_REPO_IDS || !ids.every(isRepoId)) {
    res.status(400).json({ error: `ids must be up to ${MAX_REPO_IDS} repository ids` })
    return
  }
  const repos = await readPins({ github, panel }, ids)

  const isComplete = repos.length === new Set(ids).size
  setCacheHeaders(res, isDegraded() || !isComplete ? degradedPage : publicPage)
  res.json({ repos } satisfies PinsResponse)
})
