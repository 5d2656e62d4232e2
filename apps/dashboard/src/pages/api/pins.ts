import { setCacheHeaders } from '@repo/cache-headers'
import { isRepoId, MAX_REPO_IDS, type RepoById } from '@repo/github'
import { degradedPage, publicPage } from '#server/cache-policies.ts'
import { serveGitHubApi } from '#server/serve-api.ts'

type PinsResponse = { repos: RepoById[] }

/** The current details of repositories by id, for the pins that a browser stores. */
export default serveGitHubApi(async ({ query }, res, { github, isDegraded }) => {
  const ids = String(query.ids ?? '')
    .split(',')
    .map(Number)
  if (ids.length > MAX_REPO_IDS || !ids.every(isRepoId)) {
    res.status(400).json({ error: `ids must be up to ${MAX_REPO_IDS} repository ids` })
    return
  }
  const repos = await github.getReposById(ids)

  const isComplete = repos.length === new Set(ids).size
  setCacheHeaders(res, isDegraded() || !isComplete ? degradedPage : publicPage)
  res.json({ repos: repos.map(({ data }) => data) } satisfies PinsResponse)
})
