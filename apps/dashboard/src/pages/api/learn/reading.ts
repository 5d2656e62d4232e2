import { setCacheHeaders } from '@repo/cache-headers'
import { type Reading, readingOf } from '#features/learn/reading.ts'
import { exampleRepo } from '#server/example-repo.ts'
import { gitHub } from '#server/github.ts'
import { serveApi } from '#server/serve-api.ts'

// What a page needs that asks from the browser: an address more to build, to guard and to cache.
export default serveApi<Reading>(async (_req, res) => {
  const { owner, repo } = exampleRepo()
  const facts = await gitHub().client.forRequest().repo(owner, repo)

  setCacheHeaders(res, { audience: 'everyone', freshFor: 60, staleFor: 600 })
  res.json(readingOf(facts))
})
