import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GitHubCall } from '@repo/github'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ignoreOutputErrors, log, logRequest, redact, redactOutput } from './log.ts'

// Every form of GitHub's tokens; those of installations are JWTs of about 520 characters.
const tokens = [
  'ghp_0123456789abcdefghijABCDEFGHIJ012345',
  'gho_0123456789abcdefghijABCDEFGHIJ012345',
  'ghu_0123456789abcdefghijABCDEFGHIJ012345',
  'ghr_0123456789abcdefghijABCDEFGHIJ012345',
  `ghs_eyJhbGciOiJSUzI1NiJ9.${'eyJpc3MiOiIxMjM0NTY3ODkw'.repeat(9)}.${'c2lnbmF0dXJl-_'.repeat(15)}`,
  'ghs_eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxMjM0NTY3ODkw.c2lnbmF0dXJlLXdpdGgtZGFzaGVz',
  'github_pat_11AAAAAAA0abcdefghijkl_ABCDEFGHIJKLMNOPQRSTUVWXYZ',
]

test.each(tokens)('redacts the token %s anywhere in a text', (token) => {
  for (const before of ['', 'sent ', '{"token":"', '?q=', 'a,b=', '\n', ':']) {
    for (const after of ['', ' next', '"}', '&page=2', '\n', ',', '?']) {
      expect(redact(`${before}${token}${after}`)).toBe(`${before}[redacted]${after}`)
    }
  }
})

test.each([
  [
    'cookie: a=b; __Host-github-session=abc.def; c=d',
    'cookie: a=b; __Host-github-session=[redacted]; c=d',
  ],
  ['{"cookie":"github-session=abc.def"}', '{"cookie":"github-session=[redacted]"}'],
  ['__Host-oauth=abc; Path=/', '__Host-oauth=[redacted]; Path=/'],
  ['authorization: token 0123456789abcdef0123', 'authorization: [redacted]'],
  ['/api/auth/callback?code=abc&state=def', '/api/auth/callback?code=[redacted]&state=def'],
])('redacts %s', (text, redacted) => {
  expect(redact(text)).toBe(redacted)
})

test.each(tokens)('writes one line of JSON without the token %s', (token) => {
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

test('a request’s line counts the hits, and lists every other call', () => {
  const lines: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  const call = {
    path: '/repos/acme/rocket',
    status: 200,
    startedAt: 0,
    durationMs: 0,
    sample: false,
  }
  const calls: GitHubCall[] = [
    { ...call, cacheStatus: 'hit' },
    { ...call, cacheStatus: 'stale' },
    { ...call, cacheStatus: 'hit' },
    { ...call, status: 500, errorKind: 'unreachable' },
  ]
  const res = Object.assign(new EventEmitter(), { statusCode: 200, writableFinished: true })
  logRequest(
    { method: 'GET', url: '/repos/acme/rocket' } as IncomingMessage,
    res as unknown as ServerResponse,
    calls,
  )
  res.emit('close')
  vi.restoreAllMocks()

  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      at: expect.any(String),
      event: 'request',
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      method: 'GET',
      path: '/repos/acme/rocket',
      status: 200,
      milliseconds: expect.any(Number),
      hits: 2,
      calls: [calls[1], calls[3]],
    },
  ])
})

test('redacts output that bypasses the log, as text and as bytes', () => {
  const { stdout, stderr } = process
  const before = [stdout.write, stderr.write] as const
  const printed: unknown[] = []
  for (const stream of [stdout, stderr]) {
    stream.write = (chunk: unknown) => printed.push(chunk) > 0
  }
  onTestFinished(() => {
    ;[stdout.write, stderr.write] = before
  })

  redactOutput()
  stderr.write(`Error: boom ${tokens[0]}\n    at page\n`)
  stdout.write(Buffer.from(`sent ${tokens[0]}\n`))
  expect(printed).toEqual(['Error: boom [redacted]\n    at page\n', 'sent [redacted]\n'])
})

test.each(['stdout', 'stderr'] as const)('the server survives an error of %s', (name) => {
  const listeners = process[name].listeners('error')
  onTestFinished(() => {
    process[name].removeAllListeners('error')
    for (const listener of listeners) process[name].on('error', listener as () => void)
  })
  process[name].removeAllListeners('error')
  const fail = () => process[name].emit('error', new Error('write EPIPE'))
  expect(fail).toThrow('write EPIPE')

  ignoreOutputErrors()
  expect(fail).not.toThrow()
})
