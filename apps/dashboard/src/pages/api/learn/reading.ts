import { setCacheHeaders } from '@repo/cache-headers'
import { exampleRepo } from '#lessons/example-repo.server.ts'
import { type Reading, readingOf } from '#lessons/reading.ts'
import { degradedPage, publicPage } from '#server/cache-policies.ts'
import { serveGitHubApi } from '#server/serve-api.ts'

// What a page needs that asks from the browser: an address more to build, to guard and to cache.
export default serveGitHubApi(async (_req, res, { github, isDegraded }) => {
  const { owner, repo } = exampleRepo()
  const facts = await github.getRepo(owner, repo)

  setCacheHeaders(res, isDegraded() ? degradedPage : publicPage)
  res.json(readingOf(facts) satisfies Reading)
})
