import { setCacheHeaders } from '@repo/cache-headers'
import { isRepoId, mostRepoIds, type RepoById } from '@repo/github'
import { serveGitHubApi } from '#server/serve-github-api.ts'

type Pinned = { repos: RepoById[] }

/** The present names of repositories by their ids, for the pins that a browser keeps. */
export default serveGitHubApi(async ({ query }, res, { github, isUnready }) => {
  const ids = String(query.ids ?? '')
    .split(',')
    .map(Number)
  if (ids.length > mostRepoIds || !ids.every(isRepoId)) {
    res.status(400).json({ error: `ids must be up to ${mostRepoIds} numbers of repositories` })
    return
  }
  const found = await github.reposById(ids)

  const isWhole = found.length === new Set(ids).size
  setCacheHeaders(res, {
    scope: 'public',
    ...(isUnready() || !isWhole
      ? { sMaxAge: 5, staleWhileRevalidate: 0 }
      : { sMaxAge: 60, staleWhileRevalidate: 600 }),
  })
  res.json({ repos: found.map(({ data }) => data) } satisfies Pinned)
})
