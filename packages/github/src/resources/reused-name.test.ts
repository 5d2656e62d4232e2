import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createClient } from '../client/client.ts'
import { type FakeRepo, respondAbout } from '../test-support/repo-github.ts'
import { stoppedClock, storeInMemory } from '../test-support/world.ts'
import type { GitHub } from './index.ts'

const name = 'acme/rocket'
const reads = ['getLatestRelease', 'getReadme', 'getLanguages', 'listContributors'] as const

/**
 * A GitHub in which acme/rocket names one repository after the other. It decides on a response
 * when the request arrives, and delivers it when the test says so.
 */
function heldGitHub() {
  const clock = stoppedClock()
  const held: (() => void)[] = []
  const failures: string[] = []
  let repo: FakeRepo = { id: 1, isPrivate: false, canary: 'word1' }
  const client = createClient({
    baseUrl: 'https://github.test',
    token: 'ghp_server',
    stores: { shared: storeInMemory(clock.now), viewer: storeInMemory(clock.now) },
    now: clock.now,
    pause: async () => {},
    fetch: async (...args) => {
      const { pathname } = new URL(new Request(...args).url)
      const body = respondAbout(name, repo, pathname)
      const response =
        typeof body === 'string'
          ? new Response(body, { headers: { 'content-type': 'text/html' } })
          : Response.json(body)
      await new Promise<void>((resolve) => held.push(resolve))
      return response
    },
  })

  /** Lets everything run until it waits for a response. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
  }

  return {
    clock,
    settle,
    failures: () => failures,
    reuse() {
      repo = { id: repo.id + 1, isPrivate: false, canary: `word${repo.id + 1}` }
    },
    async release(index: number): Promise<void> {
      held.splice(index % Math.max(held.length, 1), 1)[0]?.()
      await settle()
    },
    async releaseAll(): Promise<void> {
      while (held.length > 0) {
        held.shift()?.()
        await settle()
      }
    },
    /** The words of the repositories that a page shows: of the repository and of its parts. */
    async visit(parts: readonly (typeof reads)[number][]): Promise<Set<string>> {
      const github: GitHub = client.forRequest({ deadlineMs: 1e9 })
      const settled = await Promise.allSettled([
        ...parts.slice(0, 2).map((read) => github[read]('acme', 'rocket')),
        github.getRepo('acme', 'rocket'),
        ...parts.slice(2).map((read) => github[read]('acme', 'rocket')),
      ])
      const errors = settled.flatMap((result) =>
        result.status === 'rejected' ? result.reason : [],
      )
      failures.push(...errors.map(String))
      const shown = settled.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))
      return new Set(JSON.stringify(shown).match(/word\d+/g))
    },
  }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ visit: fc.subarray([...reads], { minLength: 1 }) }) },
  { weight: 6, arbitrary: fc.record({ release: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ pass: fc.constantFrom(1, 61, 601, 3601) }) },
  { weight: 2, arbitrary: fc.constant({ reuse: true } as const) },
)

test('no page mixes the data of two repositories that have had the same name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const github = heldGitHub()
      const pages: Promise<Set<string>>[] = []
      for (const taken of steps) {
        if ('visit' in taken) pages.push(github.visit(taken.visit))
        if ('pass' in taken) github.clock.advance(taken.pass)
        if ('reuse' in taken) github.reuse()
        if ('release' in taken) await github.release(taken.release)
        await github.settle()
      }
      await github.releaseAll()
      for (const shown of await Promise.all(pages)) expect(shown.size).toBeLessThanOrEqual(1)

      // In the end the newest repository is shown, whole.
      github.reuse()
      github.clock.advance(86_400)
      const last = github.visit(reads)
      await github.settle()
      await github.releaseAll()
      expect((await last).size).toBe(1)
    }),
    { numRuns: 300 },
  )
}, 120_000)

type Held = ReturnType<typeof heldGitHub>

/** The words of a page, with all responses delivered. */
async function show(github: Held, parts: Parameters<Held['visit']>[0] = reads): Promise<string[]> {
  const page = github.visit(parts)
  await github.settle()
  await github.releaseAll()
  return [...(await page)]
}

test('the new repository is shown whole at once when nothing of the old one is fresh', async () => {
  const github = heldGitHub()
  expect(await show(github)).toEqual(['word1'])
  github.reuse()
  // Each list is older than a minute, but what GitHub computes slowly may be served as stale.
  github.clock.advance(700)
  expect(await show(github)).toEqual(['word2'])
  expect(github.failures()).toEqual([])
})

test('parts of an old repository are not served although they are fresh', async () => {
  const github = heldGitHub()
  await show(github)
  github.clock.advance(61)
  github.reuse()
  // The repository is stale, and is being revalidated. Statistics have a longer max-age.
  expect(await show(github)).toEqual(['word1'])
  expect(await show(github)).toEqual(['word2'])
  expect(github.failures()).toEqual([])
})
