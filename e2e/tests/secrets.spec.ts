import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataPath } from '../support/data-route.ts'
import { freePort, type Program, startServer } from '../support/programs.ts'
import { cookiesOf, send } from '../support/send.ts'
import { productionServer, sampleUrl, sessionSecrets } from '../support/servers.ts'
import { attemptCookieOf, sendForm, sessionCookieName } from '../support/sessions.ts'
import { expect, test } from '../support/test.ts'
import { users } from '../support/users.ts'

// A separate server, for its log.
test.describe.configure({ mode: 'serial' })

// Pages show the sample tokens of ann and ben, so only the others are secret.
const { dov, eve } = users
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const serverToken = dov.token
const log: string[] = []
let app: Program

test.beforeAll(async () => {
  app = await startServer(productionServer(port, { GITHUB_TOKEN: serverToken }), {
    onLine: (line) => log.push(line),
    onErrorLine: (line) => log.push(line),
  })
})

test.afterAll(() => app.end())

/** The secrets that no response may contain, by name. */
const secrets = new Map<string, string>([
  ['the server’s token', serverToken],
  ['eve’s token', eve.token],
  ['the client’s secret', 'sample-client-secret'],
  ...sessionSecrets.map((secret, index) => [`session secret ${index}`, secret] as const),
])

function expectNoSecret(text: string, where: string): void {
  for (const [name, secret] of secrets) {
    expect(text.includes(secret), `${name} in ${where}`).toBe(false)
  }
}

/** Sends a request, and checks the response except for its cookies. */
async function sendAndCheck(path: string, headers: Record<string, string> = {}) {
  const response = await send(url, path, { headers })
  const { 'set-cookie': cookies, ...others } = response.headers
  expectNoSecret(`${JSON.stringify(others)}${response.body}`, path)
  return response
}

test('no response of a sign-in or sign-out contains a token, a session or a secret', async ({
  upstream,
}) => {
  test.setTimeout(120_000)
  const started = await sendAndCheck('/api/auth/start?returnTo=/me')
  const attempt = attemptCookieOf(started)
  secrets.set('the attempt', attempt.slice(attempt.indexOf('=') + 1))
  const parameters = new URL(started.headers.location ?? '').searchParams
  const authorized = await sendForm(sampleUrl, '/login/oauth/authorize', {
    ...Object.fromEntries(parameters),
    login: 'eve',
    decision: 'authorize',
  })
  const { pathname, search, searchParams } = new URL(authorized.headers.location ?? '')
  secrets.set('the code', searchParams.get('code') ?? '')
  const callback = await sendAndCheck(pathname + search, { cookie: attempt })
  const byGitHub = cookiesOf(callback)[sessionCookieName(url)] ?? ''
  secrets.set('the session by GitHub', byGitHub)
  const grants = await upstream.grants('eve')
  for (const { accessToken } of grants)
    secrets.set(`the token ${accessToken.slice(0, 8)}`, accessToken)
  expect(grants.length).toBeGreaterThan(0)

  const pasted = await sendForm(url, '/api/auth/token', { token: eve.token })
  const byToken = cookiesOf(pasted)[sessionCookieName(url)] ?? ''
  secrets.set('the session by a token', byToken)

  const paths = [
    '/me',
    '/me/inbox',
    `/me/repos/${eve.repo}`,
    '/me/repos/acme/nothing',
    '/',
    '/repos/acme/rocket',
    '/status',
    '/sign-in',
    '/learn/authorization',
    '/learn/props-are-public',
    '/learn/errors/secret',
    '/learn/errors/thrown',
    '/nowhere',
  ]
  for (const credential of [
    { cookie: `${sessionCookieName(url)}=${byGitHub}` },
    { cookie: `${sessionCookieName(url)}=${byToken}` },
    { authorization: `Bearer ${eve.token}` },
  ]) {
    for (const path of paths) {
      await sendAndCheck(path, credential)
      await sendAndCheck(dataPath(path), { ...credential, 'x-nextjs-data': '1' })
    }
  }
  await sendAndCheck('/api/session', { cookie: `${sessionCookieName(url)}=${byGitHub}` })
  const signOut = await sendForm(
    url,
    '/api/auth/sign-out',
    {},
    {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      cookie: `${sessionCookieName(url)}=${byGitHub}`,
    },
  )
  expect(signOut.status).toBe(303)
  expect(signOut.headers['clear-site-data']).toBe('"cache"')
})

test('the log contains every request, without a secret', async () => {
  await expect.poll(() => log.some((line) => line.includes('/api/auth/sign-out'))).toBe(true)
  expect(log.some((line) => line.includes('/api/auth/callback?code=[redacted]'))).toBe(true)
  expect(log.some((line) => line.includes('"event":"token-revocation","done":true'))).toBe(true)
  expectNoSecret(log.join('\n'), 'the log')
  for (const { canary } of Object.values(users)) expect(log.join('\n')).not.toContain(canary)
})

test('no public file contains a secret', () => {
  const folder = join(import.meta.dirname, '../../apps/dashboard/.next/static')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  expect(files.length).toBeGreaterThan(20)
  for (const file of files) {
    expectNoSecret(readFileSync(file, 'utf8'), file)
    expect(readFileSync(file, 'utf8')).not.toMatch(/gh[pousr]_\w{20}|github_pat_\w{20}/)
    expect(file).not.toMatch(/\.map$/)
  }
})
