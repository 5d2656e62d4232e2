import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createSessionCookies, type SessionOptions } from '@repo/auth-headers'
import { expectHealthy, freePort, type Program, startProgram } from '../support/programs.ts'
import { send } from '../support/send.ts'
import { build, createTemporaryApplication, runNode } from '../support/temporary-application.ts'

// One build for all tests of this file.
test.describe.configure({ mode: 'default' })

const packages = ['auth-headers', 'cache-headers', 'page-runtime']
const secret = 'the secret of an application in a test'
const env = { NOTES_SECRET: secret }

let folder = ''
let server: Program | undefined
let url = ''

function checkRuntimes(...options: string[]): string {
  return runNode(folder, ['packages/page-runtime/bin/page-runtime.js', ...options, folder], env)
}

test.beforeAll(async () => {
  test.setTimeout(300_000)
  folder = createTemporaryApplication('bare-application', packages)
  build(folder, env)
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  server = await startProgram(`node node_modules/next/dist/bin/next start -p ${port}`, {
    cwd: folder,
    env,
    quiet: true,
    ready: () => expectHealthy(url),
  })
})

test.afterAll(async () => {
  await server?.end()
  rmSync(folder, { recursive: true, force: true })
})

test('another application sends public cache headers', { tag: '@long' }, async () => {
  const { status, headers, body } = await send(url, '/')
  expect(status).toBe(200)
  expect(headers['cache-control']).toBe(
    'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
  )
  expect(body).toContain('nodejs')
})

test('another application authenticates by its own session cookie', { tag: '@long' }, async () => {
  const options: SessionOptions<{ email: string; signedInAt: number }> = {
    secrets: [secret],
    siteUrl: 'http://localhost',
    cookieName: 'notes-session',
    lifetimeSeconds: 3600,
    serialize: (session) => session,
    parse: () => undefined,
  }
  const session = { email: 'mona@notes.test', signedInAt: Date.now() / 1000 }
  const [setCookie = ''] = await createSessionCookies(session, options)
  const [cookie = ''] = setCookie.split(';')
  const valid = await send(url, '/notes', { headers: { cookie } })
  expect(valid.status).toBe(200)
  expect(valid.headers['cache-control']).toBe('private, no-store')
  expect(valid.body).toContain('Notes of mona@notes.test')

  const changed = await send(url, '/notes', { headers: { cookie: cookie.slice(0, -9) } })
  expect(changed.status).toBe(401)
  expect(changed.headers['www-authenticate']).toBe('Bearer realm="Notes"')
  expect(changed.body).toContain('Sign in to see your notes')
})

test('another application authenticates by the Authorization header', {
  tag: '@long',
}, async () => {
  const valid = await send(url, '/notes', { headers: { authorization: 'Bearer key_0123456789' } })
  expect(valid.status).toBe(200)
  expect(valid.headers['cache-control']).toBe('private, no-store')
  expect(valid.body).toContain('Notes of the owner of the key')

  const malformed = await send(url, '/notes', { headers: { authorization: 'Basic bW9uYTpwYXNz' } })
  expect(malformed.status).toBe(401)
  expect(malformed.headers['www-authenticate']).toBe(
    'Bearer realm="Notes", error="invalid_token", ' +
      `error_description="The Authorization header must be 'Bearer' and a token"`,
  )
})

test('a redirect has one of five statuses, and not both properties', {
  tag: '@long',
}, async () => {
  const queries = [
    ...['status=301', 'status=302', 'status=303', 'status=307', 'status=308'],
    ...['permanent=true', 'permanent=false', 'status=300', 'status=307&permanent=false'],
  ]
  const responses = await Promise.all(queries.map((query) => send(url, `/redirected?${query}`)))
  expect(responses.map(({ status }) => status)).toEqual([
    ...[301, 302, 303, 307, 308],
    ...[308, 307, 500, 500],
  ])
})

test('a page that is re-exported with its function sends the browser what the function imports', {
  tag: '@long',
}, async () => {
  for (const path of ['/function-re-exported', '/page-re-exported']) {
    expect((await send(url, path)).body).toContain('Title from the server')
  }
  const scripts = join(folder, '.next/static/chunks/pages')
  const withTitle = readdirSync(scripts).filter((name) =>
    readFileSync(join(scripts, name), 'utf8').includes('Title from the server'),
  )
  expect(withTitle).toEqual([expect.stringMatching(/^page-re-exported-/)])
})

test('another application checks the runtimes of its pages', { tag: '@long' }, async () => {
  const rows = checkRuntimes()
    .split('\n')
    .map((line) => line.split(/ {2,}/).slice(0, 2))
  expect(rows).toContainEqual(['/', 'nodejs'])
  expect(rows).toContainEqual(['/notes', 'nodejs'])

  writeFileSync(
    join(folder, 'pages/fast.jsx'),
    "export const config = { runtime: 'edge' }\nexport default () => null\n",
  )
  expect(() => checkRuntimes('--sources')).toThrow(/pages\/fast\.jsx/)
})
