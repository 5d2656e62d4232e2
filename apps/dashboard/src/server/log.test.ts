import { expect, test, vi } from 'vitest'
import { log } from './log.ts'

test.each([
  ['ghp_0123456789abcdefghijABCDEFGHIJ012345'],
  ['ghs_eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxMjM0NTY3ODkw.c2lnbmF0dXJlLXdpdGgtZGFzaGVz'],
  ['github_pat_11AAAAAAA0abcdefghijkl_ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
])('writes one line of JSON without the token %s', (token) => {
  const lines: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  log({ path: `/search?q=${token}`, status: 200 })
  vi.restoreAllMocks()

  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    path: '/search?q=[redacted]',
    status: 200,
  })
})
