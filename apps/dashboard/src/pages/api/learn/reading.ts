import { setCacheHeaders } from '@repo/cache-headers'
import { getExampleRepo, type Reading, toReading } from '#lessons/example-repo.server.ts'
import { degradedPage, publicPage } from '#server/cache-policies.ts'
import { serveGitHubApi } from '#server/serve-api.ts'

// For the client fetch of the data-fetching lesson, which needs a URL of its own to secure and cache.
export default serveGitHubApi(async (_req, res, { github, isDegraded }) => {
  const { owner, repo } = getExampleRepo()
  const snapshot = await github.getRepo(owner, repo)

  setCacheHeaders(res, isDegraded() ? degradedPage : publicPage)
  res.json(toReading(snapshot) satisfies Reading)
})
