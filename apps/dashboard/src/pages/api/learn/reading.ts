import { setCacheHeaders } from '@repo/cache-headers'
import { type Reading, readingOf } from '#features/learn/reading.ts'
import { exampleRepo } from '#server/example-repo.ts'
import { serveGitHubApi } from '#server/serve-github-api.ts'

// What a page needs that asks from the browser: an address more to build, to guard and to cache.
export default serveGitHubApi(async (_req, res, { github, isUnready }) => {
  const { owner, repo } = exampleRepo()
  const facts = await github.repo(owner, repo)

  setCacheHeaders(res, {
    audience: 'everyone',
    ...(isUnready() ? { freshFor: 5, staleFor: 0 } : { freshFor: 60, staleFor: 600 }),
  })
  res.json(readingOf(facts) satisfies Reading)
})
