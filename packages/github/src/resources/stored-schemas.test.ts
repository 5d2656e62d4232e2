import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { describedBody, describedPaths, plainBody } from '../test-support/openapi.ts'
import { callRead, readNames, respondAbout } from '../test-support/repo-github.ts'
import { createWorld } from '../test-support/world.ts'
import type { GitHub } from './index.ts'

// Hundreds of reads take long on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const repo = { id: 1, isPrivate: false, canary: 'canary' }
const viewerReads = ['getViewer', 'listViewerRepos', 'searchIssues']
// Its result depends on whether another read has stored something before.
const storedReads = ['findStoredConversations']
const publicReads = readNames(createWorld(() => Response.json({})).client.forRequest()).all.filter(
  (name) => !viewerReads.includes(name) && !storedReads.includes(name),
)

/** A world of one public repository, in which the body for one described path can be another. */
function worldWith(changedPath?: string, changedBody?: unknown) {
  return createWorld(({ url }) => {
    const { pathname } = new URL(url)
    const described = describedPaths.find((path) => matches(path, pathname))
    const isChanged = described !== undefined && described === changedPath
    const body = isChanged ? changedBody : respondAbout('acme/rocket', repo, pathname)
    if (typeof body !== 'string') return Response.json(body ?? {}, { status: body ? 200 : 404 })
    return new Response(body, {
      headers: { 'content-type': 'application/vnd.github.html; charset=utf-8' },
    })
  })
}

function matches(path: string, pathname: string): boolean {
  return new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname)
}

function read(github: GitHub, name: keyof GitHub): Promise<unknown> {
  return callRead(github, name, 'acme/rocket')
}

test.each(publicReads)('%s returns to another process what it has stored', async (name) => {
  const { client, createSecondClient, requests } = worldWith()
  const first = await read(client.forRequest(), name)
  const requestCount = requests.length

  expect(await read(createSecondClient().forRequest(), name)).toEqual(first)
  expect(requests).toHaveLength(requestCount)
})

test.each(describedPaths.filter((path) => !path.startsWith('/user') || path.includes('{')))(
  'returns to another process what was read from any body that GitHub describes for %s',
  async (path) => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constant(plainBody(path)), describedBody(path)),
        async (body) => {
          const { client, createSecondClient, requests } = worldWith(path, body)
          const outcomes = await outcomesOf(client.forRequest())
          const requestCount = requests.length

          expect(await outcomesOf(createSecondClient().forRequest())).toEqual(outcomes)
          expect(requests).toHaveLength(requestCount)
        },
      ),
      { numRuns: 10 },
    )
  },
)

test.each(publicReads)('%s reads again what has any wrong value in the store', async (name) => {
  const { client, createSecondClient, shared } = worldWith()
  const first = await read(client.forRequest(), name)
  for (const [key, stored] of [...shared.entries]) {
    const entry = JSON.parse(stored.text)
    for (const data of wrongVersionsOf(entry.data)) {
      shared.entries.set(key, { ...stored, text: JSON.stringify({ ...entry, data }) })
      expect(await read(createSecondClient().forRequest(), name)).toEqual(first)
    }
  }
})

test('drops keys that a read does not return, such as those that change a prototype', async () => {
  const { client, createSecondClient, shared } = worldWith()
  const first = await client.forRequest().getRepo('acme', 'rocket')
  for (const [key, stored] of [...shared.entries]) {
    const text = stored.text.replace(
      '"data":{',
      '"data":{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},',
    )
    shared.entries.set(key, { ...stored, text })
  }

  const { data } = await createSecondClient().forRequest().getRepo('acme', 'rocket')
  expect(data).toEqual(first.data)
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
  expect('isAdmin' in data).toBe(false)
})

/** What every public read returns, or the kind of its error. */
async function outcomesOf(github: GitHub): Promise<unknown[]> {
  const reads = publicReads.map((name) => read(github, name))
  const results = await Promise.allSettled(reads)
  return results.map((result) =>
    result.status === 'fulfilled' ? result.value : { kind: result.reason.kind },
  )
}

/** The value with each part of it replaced by one that no read returns there. */
function wrongVersionsOf(value: unknown): unknown[] {
  const below =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) =>
          wrongVersionsOf(part).map((wrong) =>
            Array.isArray(value)
              ? value.map((item, index) => (index === Number(key) ? wrong : item))
              : { ...value, [key]: wrong },
          ),
        )
      : []
  return [{}, ...below]
}
