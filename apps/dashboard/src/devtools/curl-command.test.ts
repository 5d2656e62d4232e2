import { expect, test } from 'vitest'
import { curlCommand } from './curl-command.ts'

test('requests a document, or the data of a page', () => {
  const document = { kind: 'document', path: '/search?q=rocket&sort=stars' } as const
  const data = { kind: 'data', path: '/_next/data/build/status.json' } as const
  expect(curlCommand('https://dashboard.test', document, false)).toBe(
    "curl --include 'https://dashboard.test/search?q=rocket&sort=stars'",
  )
  expect(curlCommand('https://dashboard.test', data, false)).toBe(
    "curl --include --header 'x-nextjs-data: 1' 'https://dashboard.test/_next/data/build/status.json'",
  )
})

test('takes a token from the environment for a private page', () => {
  expect(curlCommand('https://dashboard.test', { kind: 'document', path: '/me' }, true)).toBe(
    `curl --include --header "Authorization: Bearer $GITHUB_TOKEN" 'https://dashboard.test/me'`,
  )
})

test('quotes what a shell would run', () => {
  const hostile = { kind: 'document', path: "/search?q='$(id)'" } as const
  expect(curlCommand('https://dashboard.test', hostile, false)).toBe(
    "curl --include 'https://dashboard.test/search?q='\\''$(id)'\\'''",
  )
})
