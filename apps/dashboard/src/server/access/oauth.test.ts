import type { RequestListener } from 'node:http'
import { Secret } from '@repo/auth-headers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startServer } from '#server/test-support.ts'
import { oauthFlow } from './oauth.ts'
import { signInEnv } from './test-support.ts'

const basic = `Basic ${Buffer.from('client:client-secret').toString('base64')}`

const credentials = { client_id: 'client', client_secret: 'client-secret' }

const exchange = {
  grant_type: 'authorization_code',
  code: 'the code',
  redirect_uri: 'https://dashboard.test/api/auth/callback',
  code_verifier: 'the verifier',
}

async function flowWith(respond: RequestListener) {
  const sent: { method: string; path: string; authorization: string; body: string }[] = []
  const { url } = await startServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url: path = '', headers } = request
    const body = Buffer.concat(chunks).toString()
    sent.push({ method, path, authorization: headers.authorization ?? '', body })
    respond(request, response)
  })
  for (const [name, value] of Object.entries(signInEnv)) vi.stubEnv(name, value)
  vi.stubEnv('GITHUB_API_URL', url)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const flow = oauthFlow()
  if (!flow) throw new Error('No OAuth client')
  return { flow, sent, url }
}

function json(status: number, body: unknown): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
}

test('is undefined without an OAuth client', () => {
  vi.stubEnv('GITHUB_CLIENT_ID', '')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  expect(oauthFlow()).toBe(undefined)
})

test('creates an authorization request with a state and a PKCE challenge', async () => {
  const { flow, url } = await flowWith(json(200, {}))
  const { request, url: authorizeUrl } = flow.authorize()
  const { origin, pathname, searchParams } = new URL(authorizeUrl)
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(request.verifier))
  expect(`${origin}${pathname}`).toBe(`${url}/login/oauth/authorize`)
  expect(Object.fromEntries(searchParams)).toEqual({
    response_type: 'code',
    client_id: 'client',
    redirect_uri: 'https://dashboard.test/api/auth/callback',
    state: request.state,
    code_challenge_method: 'S256',
    code_challenge: Buffer.from(digest).toString('base64url'),
    scope: 'repo',
  })
  expect(flow.authorize().request.state).not.toBe(request.state)
  expect(request.state).toMatch(/^[\w-]{43}$/)
})

test('exchanges a code for a token', async () => {
  const { flow, sent } = await flowWith(json(200, { access_token: 'gho_1', token_type: 'bearer' }))
  const result = await flow.exchangeCode('the code', 'the verifier')
  expect(result.state === 'granted' && result.granted.token.reveal()).toBe('gho_1')
  expect(result.state === 'granted' && result.granted.refresh).toBe(undefined)
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/login/oauth/access_token',
      authorization: '',
      body: new URLSearchParams({ ...exchange, ...credentials }).toString(),
    },
  ])
})

test('sends the credentials in the header to a server that rejects them in the body', async () => {
  const { flow, sent } = await flowWith((request, response) => {
    const isInHeader = request.headers.authorization === basic
    const granted = json(200, { access_token: 'gho_1', token_type: 'bearer' })
    const respond = isInHeader ? granted : json(401, { error: 'invalid_client' })
    respond(request, response)
  })
  const result = await flow.exchangeCode('the code', 'the verifier')
  expect(result.state === 'granted' && result.granted.token.reveal()).toBe('gho_1')
  expect(sent.map(({ authorization, body }) => ({ authorization, body }))).toEqual([
    { authorization: '', body: new URLSearchParams({ ...exchange, ...credentials }).toString() },
    { authorization: basic, body: new URLSearchParams(exchange).toString() },
  ])
})

test('refreshes a token with the credentials in the body', async () => {
  const { flow, sent } = await flowWith(json(200, { access_token: 'gho_2' }))
  await flow.refreshToken(new Secret('ghr_1'))
  const fields = { grant_type: 'refresh_token', refresh_token: 'ghr_1', ...credentials }
  expect(sent.map(({ body }) => body)).toEqual([new URLSearchParams(fields).toString()])
})

test('follows no redirect with credentials or a token', async () => {
  const { flow, sent } = await flowWith((_request, response) => {
    response.writeHead(307, { location: '/elsewhere' }).end('{}')
  })
  expect(await flow.exchangeCode('the code', 'the verifier')).toEqual({ state: 'unreachable' })
  expect(await flow.revokeToken(new Secret('gho_1'))).toBe(false)
  expect(sent.map(({ path }) => path)).toEqual([
    '/login/oauth/access_token',
    '/applications/client/token',
  ])
})

test.each([
  [200, { error: 'incorrect_client_credentials' }, 'incorrect_client_credentials'],
  [401, { error: 'invalid_client' }, 'invalid_client'],
  [200, { error: 'not a code: ghu_0123456789abcdef0123' }, 'unknown'],
  [200, {}, 'unknown'],
])('logs the OAuth error of a %i with %j', async (status, body, error) => {
  const { flow } = await flowWith(json(status, body))
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => void write.mockRestore())
  await flow.exchangeCode('the code', 'the verifier')
  expect(write.mock.calls.map(([line]) => JSON.parse(String(line)))).toEqual([
    { at: expect.any(String), event: 'sign-in', state: 'rejected', error },
  ])
})

test.each<[string, RequestListener, string]>([
  ['an error with status 200', json(200, { error: 'bad_verification_code' }), 'rejected'],
  ['an error with status 401', json(401, { error: 'invalid_client' }), 'rejected'],
  [
    'a refresh token without an expiry',
    json(200, { access_token: 'ghu_1', refresh_token: 'ghr_1' }),
    'unreachable',
  ],
  ['a token that is not a string', json(200, { access_token: 1 }), 'unreachable'],
  ['a body of more than 64 kB', json(200, { access_token: 'x'.repeat(64_000) }), 'unreachable'],
  ['an HTML page', (_request, response) => response.end('<html>'), 'unreachable'],
  ['a broken connection', (request) => request.socket.destroy(), 'unreachable'],
])('treats %s as %s', async (_name, respond, state) => {
  const { flow } = await flowWith(respond)
  expect(await flow.exchangeCode('the code', 'the verifier')).toEqual({ state })
})

test.each([
  [204, true],
  [404, true],
  [401, false],
  [500, false],
])('revokes a token at GitHub: status %i means %s', async (status, done) => {
  const { flow, sent } = await flowWith((_request, response) => {
    response.writeHead(status).end()
  })
  expect(await flow.revokeToken(new Secret('gho_1'))).toBe(done)
  expect(sent).toEqual([
    {
      method: 'DELETE',
      path: '/applications/client/token',
      authorization: basic,
      body: '{"access_token":"gho_1"}',
    },
  ])
})
