import { setCacheHeaders } from '@repo/cache-headers'
import { expect, test } from 'vitest'
import { publicPage } from './cache-policies.ts'
import { gitHub } from './process/github.ts'
import type { PageRequest } from './serve-page.ts'
import { github, type Params, requestPage } from './test-request-page.ts'
import { cacheHeadersOf } from './test-support.ts'

const secret = { WEBHOOK_SECRET: 'a-secret-of-at-least-32-characters' }
const rocket = github(200, { id: 42, full_name: 'acme/rocket', private: false })
const seconds = (sMaxAge: number) => ({
  'cache-control': `public, max-age=0, must-revalidate, s-maxage=${sMaxAge}`,
  'cdn-cache-control': `max-age=${sMaxAge}`,
})
const aMinute = {
  'cache-control': 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
  'cdn-cache-control': 'max-age=60, stale-while-revalidate=600',
}

async function rocketPage({ github, res }: PageRequest<Params>) {
  await github.getRepo('acme', 'rocket')
  setCacheHeaders(res, publicPage)
  return { props: {} }
}

test.each([
  ['nginx with webhooks', { SHARED_CACHE: 'nginx', ...secret }, seconds(5)],
  ['nginx without webhooks', { SHARED_CACHE: 'nginx' }, aMinute],
  ['varnish, which webhooks purge', { SHARED_CACHE: 'varnish', ...secret }, aMinute],
])('sets the lifetime of a page with GitHub’s data in %s', async (_cache, env, headers) => {
  const { response } = await requestPage(rocketPage, { upstream: rocket, env })
  expect(cacheHeadersOf(response)).toEqual(headers)
})

test.each([
  ['a page without GitHub’s data', false, publicPage, aMinute],
  ['a shorter lifetime', true, { ...publicPage, sMaxAge: 2 }, seconds(2)],
])('keeps the lifetime of %s in nginx', async (_name, read, policy, headers) => {
  const { response } = await requestPage(
    async ({ github, res }) => {
      if (read) await github.getRepo('acme', 'rocket')
      setCacheHeaders(res, policy)
      return { props: {} }
    },
    { upstream: rocket, env: { SHARED_CACHE: 'nginx', ...secret } },
  )
  expect(cacheHeadersOf(response)).toEqual(headers)
})

test.each([
  ['its repository', { repoNames: ['acme/rocket'], repoId: 42 }, seconds(5)],
  ['another repository', { repoNames: ['acme/monolith'], repoId: 43 }, aMinute],
])(
  'sets the lifetime of a page that is rendered while %s changes',
  async (_name, change, headers) => {
    const { response } = await requestPage(
      async (request) => {
        const result = await rocketPage(request)
        await gitHub().client.markChanged({ ...change, topics: ['facts'] })
        return result
      },
      { upstream: rocket, env: secret },
    )
    expect(cacheHeadersOf(response)).toEqual(headers)
  },
)
