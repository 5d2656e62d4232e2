import { expect, test } from 'vitest'
import { readEnv } from './env.ts'

const defaults = {
  githubApiUrl: 'https://api.github.com',
  githubToken: undefined,
  siteUrl: 'http://localhost:3000',
}

test('asks for no variable', () => {
  expect(readEnv({})).toEqual(defaults)
})

test('takes an empty variable for one that is not set', () => {
  expect(
    readEnv({
      GITHUB_API_URL: '',
      GITHUB_TOKEN: ' ',
      SITE_URL: '',
      PORT: '',
      VERCEL_PROJECT_PRODUCTION_URL: '',
    }),
  ).toEqual(defaults)
})

test('reads every variable, without spaces around it and slashes at the end of an address', () => {
  expect(
    readEnv({
      GITHUB_API_URL: ' https://ghes.test/api/v3// ',
      GITHUB_TOKEN: ' github_pat_123\n',
      SITE_URL: 'https://dashboard.test/',
    }),
  ).toEqual({
    githubApiUrl: 'https://ghes.test/api/v3',
    githubToken: 'github_pat_123',
    siteUrl: 'https://dashboard.test',
  })
})

test("says the site's address by its port, or by what Vercel says, or by SITE_URL", () => {
  const port = { PORT: '8080' }
  const vercel = { ...port, VERCEL_PROJECT_PRODUCTION_URL: 'dashboard.vercel.app' }
  expect(readEnv(port).siteUrl).toBe('http://localhost:8080')
  expect(readEnv(vercel).siteUrl).toBe('https://dashboard.vercel.app')
  expect(readEnv({ ...vercel, SITE_URL: 'https://a.test' }).siteUrl).toBe('https://a.test')
})

test.each([
  'api.github.com',
  'localhost:4001',
  'ftp://api.github.com',
  'javascript:alert(1)',
  'https://',
  'https://a.test/?',
  'https://a.test/?page=1',
  'https://a.test/#top',
  'https://mona@a.test',
  'https://:secret@a.test',
])('refuses "%s" as an address', (address) => {
  expect(() => readEnv({ GITHUB_API_URL: address })).toThrow(
    new Error(`GITHUB_API_URL must be an http or https address, not "${address}"`),
  )
  expect(() => readEnv({ SITE_URL: address })).toThrow(
    new Error(`SITE_URL must be an http or https address, not "${address}"`),
  )
})

test('says in one line what is wrong with a value of two', () => {
  expect(() => readEnv({ SITE_URL: 'a\nb' })).toThrow(
    new Error('SITE_URL must be an http or https address, not "a\\nb"'),
  )
})

test.each(['ghp_ 123', 'ghp_\r\nx: y', 'ghp_é', 'x'.repeat(1001)])(
  'refuses a token that fits into no header, and does not print it',
  (token) => {
    expect(() => readEnv({ GITHUB_TOKEN: token })).toThrow(
      new Error('GITHUB_TOKEN must be printable characters without spaces'),
    )
  },
)

test('takes the address of a Redis, and does not print a bad one, which may hold a password', () => {
  expect(readEnv({ REDIS_URL: 'redis://127.0.0.1:6379' }).redisUrl).toBe('redis://127.0.0.1:6379')
  expect(() => readEnv({ REDIS_URL: 'http://user:secret@host' })).toThrow(
    new Error('REDIS_URL must be a redis or rediss address'),
  )
})
