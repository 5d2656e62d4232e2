import { setCacheHeaders } from '@repo/cache-headers'
import { isRepoId, MAX_REPO_IDS, type RepoById } from '@repo/github'
import { degradedPage, publicPage } from '#server/cache-policies.ts'
import { serveGitHubApi } from '#server/serve-api.ts'

type Pinned = { repos: RepoById[] }

/** The present names of repositories by their ids, for the pins that a browser keeps. */
export default serveGitHubApi(async ({ query }, res, { github, isDegraded }) => {
  const ids = String(query.ids ?? '')
    .split(',')
    .map(Number)
  if (ids.length > MAX_REPO_IDS || !ids.every(isRepoId)) {
    res.status(400).json({ error: `ids must be up to ${MAX_REPO_IDS} numbers of repositories` })
    return
  }
  const found = await github.getReposById(ids)

  const isWhole = found.length === new Set(ids).size
  setCacheHeaders(res, isDegraded() || !isWhole ? degradedPage : publicPage)
  res.json({ repos: found.map(({ data }) => data) } satisfies Pinned)
})
