import { setCacheHeaders, tagFields } from '@repo/cache-headers'
import { expect, test } from 'vitest'
import { publicPage } from './cache-policies.ts'
import type { PageRequest } from './serve-page.ts'
import { github, type Page, type Params, requestPage } from './test-request-page.ts'

const varnish = { SHARED_CACHE: 'varnish' }
const repos: Record<string, number> = { '/repos/acme/rocket': 42, '/repos/acme/monolith': 43 }

function tagsOf({ headers }: Response) {
  const tags = tagFields.map((field) => [field, headers.get(field)] as const)
  return Object.fromEntries(tags.filter(([, value]) => value !== null))
}

async function twoRepos({ github, res }: PageRequest<Params>) {
  await Promise.all([github.getRepo('acme', 'rocket'), github.getRepo('acme', 'monolith')])
  setCacheHeaders(res, publicPage)
  return { props: {} }
}

function visit(page: Page, env: Record<string, string>, status = 200) {
  return requestPage(page, {
    env,
    upstream(request, response) {
      const path = request.url ?? ''
      const body = { id: repos[path], full_name: path.slice('/repos/'.length), private: false }
      github(status, body)(request, response)
    },
  })
}

test.each([
  ['varnish', { xkey: 'repo:42 repo:43' }],
  ['fastly', { 'Surrogate-Key': 'repo:42 repo:43' }],
  ['cloudflare', { 'Cache-Tag': 'repo:42,repo:43' }],
  ['vercel', { 'Vercel-Cache-Tag': 'repo:42,repo:43' }],
  ['', {}],
])('a page names all repositories that it reads to the shared cache %j', async (cache, tags) => {
  const { response, visitAgain } = await visit(twoRepos, { SHARED_CACHE: cache })
  expect(tagsOf(response)).toEqual(tags)
  expect(tagsOf((await visitAgain()).response)).toEqual(tags)
})

test('a repository that is not found has the tag of its owner', async () => {
  const { response } = await visit(twoRepos, varnish, 404)
  expect(response.status).toBe(404)
  expect(tagsOf(response)).toEqual({ xkey: 'owner:acme' })
})

test.each([403, 500])('a failure with status %i has no tags', async (status) => {
  const { response } = await visit(twoRepos, varnish, status)
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  expect(tagsOf(response)).toEqual({})
})

test('a response that is not public has no tags, whatever it reads and sets', async () => {
  const { response } = await visit(async (request) => {
    await twoRepos(request)
    request.res.setHeader('Surrogate-Key', 'repo:42')
    request.res.setHeader('Cache-Control', 'private, no-store')
    return { props: {} }
  }, varnish)
  expect(response.status).toBe(200)
  expect(tagsOf(response)).toEqual({})
})
