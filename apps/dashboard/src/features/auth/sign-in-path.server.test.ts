import { expect, onTestFinished, test, vi } from 'vitest'
import { signInEnv } from '#server/access/test-support.ts'
import { getReferrerPath } from './sign-in-path.server.ts'

function stubEnv() {
  for (const [name, value] of Object.entries(signInEnv)) vi.stubEnv(name, value)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
}

test('a sign-in returns to the page of this site that links to it', () => {
  stubEnv()
  for (const [referrer, path] of [
    ['https://dashboard.test/repos/acme/rocket', '/repos/acme/rocket'],
    ['https://dashboard.test/search?q=a%20b&page=2', '/search?q=a%20b&page=2'],
    ['https://dashboard.test/', '/'],
    ['https://dashboard.test/sign-in', '/me'],
    ['https://dashboard.test/sign-in?returnTo=%2Fcompare', '/compare'],
  ]) {
    expect.soft(getReferrerPath(referrer), referrer).toBe(path)
  }
})

test('a sign-in returns to the own repositories without such a page', () => {
  stubEnv()
  for (const referrer of [
    undefined,
    '',
    'about:blank',
    'https://evil.test/repos/acme/rocket',
    'http://dashboard.test/repos/acme/rocket',
    'https://dashboard.test:444/repos/acme/rocket',
    'https://dashboard.test@evil.test/repos/acme/rocket',
    'https://dashboard.test//evil.test',
    'https://dashboard.test/%2f%2fevil.test',
    'https://dashboard.test/api/auth/sign-out',
    'https://dashboard.test/sign-in?returnTo=%2F%2Fevil.test',
  ]) {
    expect.soft(getReferrerPath(referrer), referrer).toBe('/me')
  }
})
