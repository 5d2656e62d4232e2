import { expect, test } from 'vitest'
import { createClient } from '../client/client.ts'
import { callRead, respondAbout } from '../test-support/repo-github.ts'
import { stoppedClock, storeInMemory } from '../test-support/world.ts'

const acmeRocket = { id: 1, isPrivate: false, canary: 'canary' }

function openClient(isFailing: () => boolean = () => false) {
  const clock = stoppedClock()
  return createClient({
    baseUrl: 'https://github.test',
    now: clock.now,
    pause: async () => {},
    stores: { shared: storeInMemory(clock.now), viewer: storeInMemory(clock.now) },
    fetch: async (...request) => {
      const { pathname } = new URL(new Request(...request).url)
      const body = isFailing() ? undefined : respondAbout('acme/rocket', acmeRocket, pathname)
      if (typeof body === 'string') {
        return new Response(body, { headers: { 'content-type': 'text/html' } })
      }
      return Response.json(body ?? {}, { status: body === undefined ? 404 : 200 })
    },
  })
}

async function tagsOf(
  name: Parameters<typeof callRead>[1],
  options: { viewerToken?: string; isFailing?: () => boolean; reads?: number } = {},
): Promise<string[]> {
  const { isFailing, viewerToken, reads = 1 } = options
  const client = openClient(isFailing)
  const tags = new Set<string>()
  for (let read = 0; read < reads; read++) {
    tags.clear()
    const github = client.forRequest({
      onTags: (found) => {
        for (const tag of found) tags.add(tag)
      },
      ...(viewerToken !== undefined && { viewerToken }),
    })
    await callRead(github, name, 'acme/rocket').catch(() => {})
  }
  return [...tags]
}

test.each<[Parameters<typeof callRead>[1], string[]]>([
  ['getRepo', ['repo:1']],
  ['getReadme', ['repo:1']],
  ['listReleases', ['repo:1']],
  ['getReposById', ['repo:1']],
  ['getOwner', ['owner:acme']],
  ['listOwnerRepos', ['owner:acme', 'repo:1']],
  ['searchRepos', ['search', 'repo:1']],
  ['searchOwners', ['search']],
  ['getRateLimit', []],
])('%s reports its tags, also from the cache', async (name, tags) => {
  expect(await tagsOf(name)).toEqual(tags)
  expect(await tagsOf(name, { reads: 2 })).toEqual(tags)
})

test.each<[Parameters<typeof callRead>[1], string[]]>([
  ['getRepo', ['owner:acme']],
  ['getReadme', ['owner:acme']],
  ['getOwner', ['owner:acme']],
  ['searchRepos', ['search']],
])('%s that fails reports what its error depends on', async (name, tags) => {
  expect(await tagsOf(name, { isFailing: () => true })).toEqual(tags)
})

test.each(['getRepo', 'getReadme', 'getOwner'] as const)(
  "%s with a viewer's token reports no tags",
  async (name) => {
    expect(await tagsOf(name, { viewerToken: 'ghp_ann' })).toEqual([])
    expect(await tagsOf(name, { viewerToken: 'ghp_ann', isFailing: () => true })).toEqual([])
  },
)
