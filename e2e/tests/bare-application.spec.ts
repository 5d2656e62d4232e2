import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createSessionCookies, type SessionOptions } from '@repo/auth-headers'
import { expectHealthy, freePort, type Program, startProgram } from '../support/programs.ts'
import { send } from '../support/send.ts'

// One build for all tests of this file.
test.describe.configure({ mode: 'default' })

const root = join(import.meta.dirname, '../..')
const packages = ['auth-headers', 'cache-headers', 'page-runtime']
const secret = 'the secret of an application in a test'
const env = { NEXT_TELEMETRY_DISABLED: '1', NOTES_SECRET: secret }

let folder = ''
let server: Program | undefined
let url = ''

/** Copies the application and the packages, and links what they depend on: nothing is downloaded. */
function createApplication(): string {
  const target = realpathSync(mkdtempSync(join(tmpdir(), 'bare-application-')))
  cpSync(join(root, 'e2e/bare-application'), target, { recursive: true })
  for (const name of packages) {
    const source = join(root, 'packages', name)
    const copy = join(target, 'packages', name)
    cpSync(source, copy, {
      recursive: true,
      filter: (path) => !['node_modules', '.next', '.turbo'].includes(basename(path)),
    })
    link(copy, join(target, 'node_modules/@repo', name))
    const { dependencies = {} } = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8'))
    for (const dependency of Object.keys(dependencies)) {
      link(join(source, 'node_modules', dependency), join(target, 'node_modules', dependency))
    }
  }
  for (const dependency of ['next', 'react', 'react-dom']) {
    const installed = join(root, 'apps/dashboard/node_modules', dependency)
    link(installed, join(target, 'node_modules', dependency))
  }
  return target
}

function link(source: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  if (!existsSync(path)) symlinkSync(realpathSync(source), path)
}

/** Runs Node.js in the application's folder, and returns what it prints. */
function runNode(...args: string[]): string {
  return execFileSync(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    // The output of a failure is part of the error.
    stdio: 'pipe',
  })
}

function checkRuntimes(...options: string[]): string {
  return runNode('packages/page-runtime/bin/page-runtime.js', ...options, folder)
}

test.beforeAll(async () => {
  test.setTimeout(300_000)
  folder = createApplication()
  runNode('node_modules/next/dist/bin/next', 'build', '--webpack')
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
