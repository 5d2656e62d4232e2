import type { RequestListener } from 'node:http'
import { Secret } from '@repo/auth-headers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { serverAnswering } from '#server/test-support.ts'
import { oauthFlow } from './oauth.ts'
import { signInEnv } from './test-support.ts'

const basic = `Basic ${Buffer.from('client:client-secret').toString('base64')}`

async function flowWith(answer: RequestListener) {
  const sent: { method: string; path: string; authorization: string; body: string }[] = []
  const { url } = await serverAnswering(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url: path = '', headers } = request
    const body = Buffer.concat(chunks).toString()
    sent.push({ method, path, authorization: headers.authorization ?? '', body })
    answer(request, response)
  })
  for (const [name, value] of Object.entries(signInEnv)) vi.stubEnv(name, value)
  vi.stubEnv('GITHUB_API_URL', url)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const flow = oauthFlow()
  if (!flow) throw new Error('There is no client')
  return { flow, sent, url }
}

function json(status: number, body: unknown): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
}

test('is not there where GitHub does not know this site', () => {
  vi.stubEnv('GITHUB_CLIENT_ID', '')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  expect(oauthFlow()).toBe(undefined)
})

test('begins with a state and a challenge that only this browser can answer', async () => {
  const { flow, url } = await flowWith(json(200, {}))
  const { attempt, address } = flow.begin()
  const { origin, pathname, searchParams } = new URL(address)
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(attempt.verifier))
  expect(`${origin}${pathname}`).toBe(`${url}/login/oauth/authorize`)
  expect(Object.fromEntries(searchParams)).toEqual({
    response_type: 'code',
    client_id: 'client',
    redirect_uri: 'https://dashboard.test/api/auth/callback',
    state: attempt.state,
    code_challenge_method: 'S256',
    code_challenge: Buffer.from(digest).toString('base64url'),
    scope: 'repo',
  })
  expect(flow.begin().attempt.state).not.toBe(attempt.state)
  expect(attempt.state).toMatch(/^[\w-]{43}$/)
})

test('changes a code for a token', async () => {
  const { flow, sent } = await flowWith(json(200, { access_token: 'gho_1', token_type: 'bearer' }))
  const grant = await flow.exchangeCode('the code', 'the verifier')
  expect(grant.state === 'granted' && grant.granted.token.reveal()).toBe('gho_1')
  expect(grant.state === 'granted' && grant.granted.renewal).toBe(undefined)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/login/oauth/access_token',
      authorization: basic,
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: 'the code',
        redirect_uri: 'https://dashboard.test/api/auth/callback',
        code_verifier: 'the verifier',
      }).toString(),
    },
  ])
})

test.each([
  [200, { error: 'incorrect_client_credentials' }, 'incorrect_client_credentials'],
  [401, { error: 'invalid_client' }, 'invalid_client'],
  [200, { error: 'not a code: ghu_0123456789abcdef0123' }, 'unknown'],
  [200, {}, 'unknown'],
])('logs why GitHub refuses, from %i with %j', async (status, body, error) => {
  const { flow } = await flowWith(json(status, body))
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => void write.mockRestore())
  await flow.exchangeCode('the code', 'the verifier')
  expect(write.mock.calls.map(([line]) => JSON.parse(String(line)))).toEqual([
    { at: expect.any(String), event: 'sign-in', state: 'refused', error },
  ])
})

test.each<[string, RequestListener, string]>([
  ['an error with status 200', json(200, { error: 'bad_verification_code' }), 'refused'],
  ['an error with status 401', json(401, { error: 'invalid_client' }), 'refused'],
  ['a broken pair', json(200, { access_token: 'ghu_1', refresh_token: 'ghr_1' }), 'unreachable'],
  ['a token that is none', json(200, { access_token: 1 }), 'unreachable'],
  ['a page', (_request, response) => response.end('<html>'), 'unreachable'],
  ['a broken connection', (request) => request.socket.destroy(), 'unreachable'],
])('takes %s for %s', async (_name, answer, state) => {
  const { flow } = await flowWith(answer)
  expect(await flow.exchangeCode('the code', 'the verifier')).toEqual({ state })
})

test.each([
  [204, true],
  [404, true],
  [401, false],
  [500, false],
])('ends a token at GitHub, which answers %i: %s', async (status, done) => {
  const { flow, sent } = await flowWith((_request, response) => {
    response.writeHead(status).end()
  })
  expect(await flow.revoke(new Secret('gho_1'))).toBe(done)
  expect(sent).toEqual([
    {
      method: 'DELETE',
      path: '/applications/client/token',
      authorization: basic,
      body: '{"access_token":"gho_1"}',
    },
  ])
})
