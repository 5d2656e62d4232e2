import { setCacheHeaders } from '@repo/cache-headers'
import { expect, test } from 'vitest'
import { publicPage } from './cache-policies.ts'
import { gitHub } from './process/github.ts'
import { github, type Page, requestPage } from './test-request-page.ts'

const secret = { WEBHOOK_SECRET: 'a-secret-of-at-least-32-characters' }
const repos: Record<string, number> = { '/repos/acme/rocket': 42, '/repos/acme/monolith': 43 }
const tag = 'repo:42'
const announce = () => gitHub().stores.announcements.announce([tag])
const announcedAt = () => gitHub().stores.announcements.latest([tag])

/** A page of some repositories; `whileReading` runs after the first one is read. */
function pageOf(names: string[], whileReading = async () => {}): Page {
  return async ({ github, res }) => {
    for (const name of names) {
      await github.getRepo('acme', name)
      await whileReading()
    }
    setCacheHeaders(res, publicPage)
    return { props: {} }
  }
}

async function visit(page: Page, env: Record<string, string>) {
  const { text, visitAgain } = await requestPage(page, {
    env,
    upstream(request, response) {
      const path = request.url ?? ''
      const body = { id: repos[path], full_name: path.slice('/repos/'.length), private: false }
      github(200, body)(request, response)
    },
  })
  const followOf = (body: string) => JSON.parse(body).frame.follow
  return { follow: followOf(text), followAgain: async () => followOf((await visitAgain()).text) }
}

test('a page of a repository follows it, from the last announced change', async () => {
  const { follow, followAgain } = await visit(pageOf(['rocket']), secret)
  expect(follow).toEqual({ tag, version: 0, isStreamed: true })

  await announce()
  const version = announcedAt()
  expect(version).toBeGreaterThan(0)
  await expect.poll(followAgain).toEqual({ tag, version, isStreamed: true })
})

test('a change that is announced while a page is read may not be in it', async () => {
  const { follow } = await visit(pageOf(['rocket'], announce), secret)
  expect(follow.version).toBeGreaterThan(0)
  expect(follow.version).toBeLessThan(announcedAt())
})

test.each([
  ['without webhooks', ['rocket'], {}, undefined],
  ['with two repositories', ['rocket', 'monolith'], secret, undefined],
  ['without a repository', [], secret, undefined],
  ['on Vercel', ['rocket'], { ...secret, VERCEL: '1' }, { tag, version: 0, isStreamed: false }],
])('what a page follows %s', async (_when, names, env, expected) => {
  const { follow } = await visit(pageOf(names), env)
  expect(follow).toEqual(expected)
})
