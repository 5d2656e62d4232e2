import { setCacheHeaders } from '@repo/cache-headers'
import { exampleRepo } from '#lessons/example-repo.server.ts'
import { type Reading, readingOf } from '#lessons/reading.ts'
import { serveGitHubApi } from '#server/serve-github-api.ts'

// What a page needs that asks from the browser: an address more to build, to guard and to cache.
export default serveGitHubApi(async (_req, res, { github, isUnready }) => {
  const { owner, repo } = exampleRepo()
  const facts = await github.repo(owner, repo)

  setCacheHeaders(res, {
    scope: 'public',
    ...(isUnready()
      ? { sMaxAge: 5, staleWhileRevalidate: 0 }
      : { sMaxAge: 60, staleWhileRevalidate: 600 }),
  })
  res.json(readingOf(facts) satisfies Reading)
})
