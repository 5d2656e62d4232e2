import { expect, test } from 'vitest'
import { startSignInGitHub } from '#server/access/test-support.ts'
import { completeAttempt } from './complete-attempt.server.ts'

const attempt = { state: 'state', verifier: 'verifier', returnTo: '/me' }

/** A GitHub that accepts each code once. */
function startGitHub() {
  const used = new Set<string>()
  return startSignInGitHub(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    response.setHeader('content-type', 'application/json')
    if (request.url === '/user') {
      response.end('{"login":"ann","id":1,"avatar_url":"https://avatars.test/ann","name":null}')
      return
    }
    const code = new URLSearchParams(Buffer.concat(chunks).toString()).get('code') ?? ''
    const body = used.has(code)
      ? { error: 'bad_verification_code' }
      : { access_token: 'gho_0123456789abcdef', token_type: 'bearer' }
    used.add(code)
    response.end(JSON.stringify(body))
  })
}

test('a repeated callback gets the session of the first', async () => {
  const { paths } = await startGitHub()
  const both = [completeAttempt(attempt, { code: 'a' }), completeAttempt(attempt, { code: 'a' })]
  const [first, second] = await Promise.all(both)
  expect(first).toMatchObject({ state: 'started' })
  expect(second).toEqual(first)
  expect(await completeAttempt(attempt, { code: 'a' })).toEqual(first)
  expect(paths.filter((path) => path === '/login/oauth/access_token')).toHaveLength(1)
})

test('another attempt with the same code does not get its session', async () => {
  await startGitHub()
  expect(await completeAttempt(attempt, { code: 'b' })).toMatchObject({ state: 'started' })
  const other = { ...attempt, verifier: 'another' }
  expect(await completeAttempt(other, { code: 'b' })).toEqual({ state: 'failed', notice: 'failed' })
})

test.each([
  [{ error: 'access_denied' }, 'canceled'],
  [{ error: 'access_denied', code: 'c' }, 'canceled'],
  [{ error: 'server_error' }, 'failed'],
  [{ code: ['c', 'd'] }, 'failed'],
  [{ code: 'c'.repeat(1001) }, 'failed'],
  [{}, 'failed'],
])('the query %j ends with the notice %s, without a request', async (query, notice) => {
  const { paths } = await startGitHub()
  expect(await completeAttempt(attempt, query)).toEqual({ state: 'failed', notice })
  expect(paths).toEqual([])
})
