import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createClient } from '../client/client.ts'
import { respondAbout } from '../test-support/repo-github.ts'
import { stoppedClock, storeInMemory } from '../test-support/world.ts'

const name = 'acme/rocket'
type Part = 'getReadme' | 'getLanguages' | 'getLatestRelease'
type Pending = { isRepo: boolean; decide: () => void; deliver?: () => void }

/**
 * A GitHub in which acme/rocket changes between public and private: even versions are public. The
 * test says when GitHub decides on a response, when it arrives, and when the repository changes.
 */
function scriptedGitHub(changes: number) {
  const clock = stoppedClock()
  const shared = storeInMemory(clock.now)
  const pending: Pending[] = []
  // For each version that a part has shown: whether the repository was found public afterwards.
  const isConfirmed = new Map<string, boolean>()
  let version = 0
  let changesLeft = changes

  const isPrivate = () => version % 2 === 1
  const word = () => `word${version}`

  function bodyOf(pathname: string): unknown {
    return respondAbout(name, { id: 1, isPrivate: isPrivate(), canary: word() }, pathname)
  }

  function toResponse(body: unknown, etag: string, isUnchanged: boolean): Response {
    if (isUnchanged) return new Response(null, { status: 304, headers: { etag } })
    const type = typeof body === 'string' ? 'text/html' : 'application/json'
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return new Response(text, { headers: { etag, 'content-type': type } })
  }

  const client = createClient({
    baseUrl: 'https://github.test',
    token: 'ghp_server',
    stores: { shared, viewer: storeInMemory(clock.now) },
    now: clock.now,
    pause: async () => {},
    fetch: (...args) => {
      const request = new Request(...args)
      const { pathname } = new URL(request.url)
      const isRepo = pathname === `/repos/${name}`
      const wordsBefore = [...isConfirmed.keys()]
      return new Promise((resolve) => {
        const entry: Pending = {
          isRepo,
          decide() {
            const etag = `"${version}"`
            const isUnchanged = request.headers.get('if-none-match') === etag
            const response = toResponse(bodyOf(pathname), etag, isUnchanged)
            const decidedWord = word()
            const isPublic = !isPrivate()
            entry.deliver = () => {
              if (!isRepo && !isConfirmed.has(decidedWord)) isConfirmed.set(decidedWord, false)
              // Only a request that started after the response proves something about it.
              for (const before of isRepo && isPublic ? wordsBefore : []) {
                isConfirmed.set(before, true)
              }
              pending.splice(pending.indexOf(entry), 1)
              resolve(response)
            }
          },
        }
        pending.push(entry)
      })
    },
  })

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
  }

  /** What can happen next. */
  function actions(): (() => void)[] {
    const change = () => {
      changesLeft--
      version++
    }
    const responses = pending.map(({ decide, deliver }) => deliver ?? decide)
    return responses.length > 0 && changesLeft > 0 ? [...responses, change] : responses
  }

  /** Visits a page, with the order of what happens in between, and checks what it shows. */
  async function visit(parts: readonly Part[], choose: (count: number) => number): Promise<void> {
    const github = client.forRequest({ deadlineMs: 1e9 })
    const page = Promise.allSettled(parts.map((part) => github[part]('acme', 'rocket')))
    let isOver = false
    void page.then(() => {
      isOver = true
    })
    await settle()
    while (!isOver || pending.length > 0) {
      const possible = actions()
      // The client may still be reading a response.
      if (possible.length > 0) possible[choose(possible.length) % possible.length]?.()
      await settle()
    }
    const shown = (await page).filter(({ status }) => status === 'fulfilled')
    const belowRepo = [...shared.entries].filter(([key]) => !key.endsWith(`/repos/${name}`))
    const words = JSON.stringify([shown, belowRepo]).match(/word\d+/g) ?? []
    expect(words.filter((found) => isConfirmed.get(found) === false)).toEqual([])
  }

  return { clock, visit }
}

/** Runs a scenario for every sequence of choices, and returns how many there are. */
async function forAllChoices(
  run: (choose: (count: number) => number) => Promise<void>,
): Promise<number> {
  const taken: { choice: number; count: number }[] = []
  for (let runs = 1; ; runs++) {
    let step = 0
    await run((count) => {
      taken[step] ??= { choice: 0, count }
      return taken[step++]?.choice ?? 0
    })
    taken.length = step
    while (taken.length > 0 && (taken.at(-1)?.choice ?? 0) + 1 === taken.at(-1)?.count) taken.pop()
    const last = taken.at(-1)
    if (last === undefined) return runs
    last.choice++
  }
}

const inOrder = () => 0

test('shows nothing private on a cold page, in any order of responses and changes', async () => {
  const runs = await forAllChoices((choose) => scriptedGitHub(1).visit(['getReadme'], choose))
  expect(runs).toBeGreaterThan(10)
})

test.each([1, 61, 601])(
  'shows nothing private %i seconds after another visit, in any order of responses and changes',
  async (seconds) => {
    const runs = await forAllChoices(async (choose) => {
      const { clock, visit } = scriptedGitHub(1)
      await visit(['getLanguages'], inOrder)
      clock.advance(seconds)
      await visit(['getReadme'], choose)
    })
    expect(runs).toBeGreaterThan(3)
  },
)

test('shows nothing private on pages with several parts that change often', async () => {
  const parts = fc.subarray<Part>(['getReadme', 'getLanguages', 'getLatestRelease'], {
    minLength: 2,
  })
  const choices = fc.infiniteStream(fc.nat(20))
  await fc.assert(
    fc.asyncProperty(
      fc.array(parts, { minLength: 1, maxLength: 3 }),
      choices,
      async (pages, next) => {
        const { clock, visit } = scriptedGitHub(5)
        for (const page of pages) {
          await visit(page, (count) => (next.next().value ?? 0) % count)
          clock.advance(61)
        }
      },
    ),
    { numRuns: 200 },
  )
})
