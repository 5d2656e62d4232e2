import { channel } from 'node:diagnostics_channel'
import { type IncomingMessage, ServerResponse } from 'node:http'
import type { NextApiRequest, NextApiResponse } from 'next'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { gitHub } from '#server/process/github.ts'
import { SHUTDOWN_CHANNEL } from '#server/process/shutdown.ts'
import { serveApi } from '#server/serve-api.ts'
import { resetGitHub, startServer } from '#server/test-support.ts'
import { createChangeStreams, MAX_CLIENT_STREAMS } from './change-streams.server.ts'

beforeEach(() => {
  vi.resetModules()
  resetGitHub()
  vi.stubEnv('WEBHOOK_SECRET', 'a-secret-that-only-tests-know-1234')
  vi.stubEnv('CLIENT_ADDRESS_HEADER', 'x-client')
})
afterEach(() => {
  vi.unstubAllEnvs()
})

/** Starts a server with its own streams. */
async function startStreams() {
  const { serveChanges } = await import('./serve-changes.server.ts')
  const handler = serveApi(serveChanges)
  const { url } = await startServer((req, res) => void handler(...withNextMethods(req, res)))
  async function request(query: string, headers: Record<string, string> = {}) {
    const abort = new AbortController()
    onTestFinished(() => abort.abort())
    const response = await fetch(`${url}/api/changes?${query}`, { headers, signal: abort.signal })
    return { response, abort }
  }
  /** Opens a stream; returns a function that reads its text up to an end. */
  async function open(query: string, headers: Record<string, string> = {}) {
    const { response, abort } = await request(query, headers)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    async function readUntil(end: string): Promise<string> {
      for (;;) {
        const index = text.indexOf(end)
        if (end !== '' && index >= 0) {
          const found = text.slice(0, index + end.length)
          text = text.slice(index + end.length)
          return found
        }
        const { value, done } = (await reader?.read()) ?? { done: true }
        if (done) return text
        text += value
      }
    }
    await readUntil('\n\n')
    return { response, abort, readUntil }
  }
  return { url, request, open }
}

/** Adds what Next adds to the request and response of an API route. */
function withNextMethods(
  req: IncomingMessage,
  res: ServerResponse,
): [NextApiRequest, NextApiResponse] {
  const { searchParams } = new URL(req.url ?? '', 'http://localhost')
  const methods = {
    status: (code: number) => Object.assign(res, { statusCode: code }),
    json: (body: unknown) => res.end(JSON.stringify(body)),
  }
  return [
    Object.assign(req, { query: Object.fromEntries(searchParams) }) as NextApiRequest,
    Object.assign(res, methods) as unknown as NextApiResponse,
  ]
}

const announce = (tag: string) => gitHub().stores.announcements.announce([tag])
const timeOf = (tag: string) => gitHub().stores.announcements.latest([tag])

test('sends each announced change of its tag, and of no other', async () => {
  const { open } = await startStreams()
  const { response, readUntil } = await open('tag=repo:42&since=0')
  const headers = ['cache-control', 'content-type', 'x-accel-buffering']
  expect(headers.map((name) => response.headers.get(name))).toEqual([
    'private, no-store, no-transform',
    'text/event-stream',
    'no',
  ])
  await announce('repo:43')
  await announce('repo:42')
  const event = await readUntil('\n\n')
  expect(event).toBe(`id: ${timeOf('repo:42')}\ndata: repo:42\n\n`)
})

test('a stream that opens later starts with a change that its page does not show', async () => {
  const { open } = await startStreams()
  await announce('repo:42')
  const time = timeOf('repo:42')
  const event = `id: ${time}\ndata: repo:42\n\n`
  expect(await (await open(`tag=repo:42&since=${time - 1}`)).readUntil('\n\n')).toBe(event)

  const shown = await open(`tag=repo:42&since=${time}`)
  const reconnected = await open('tag=repo:42&since=0', { 'last-event-id': String(time) })
  await vi.waitFor(async () => {
    await announce('repo:42')
    expect(timeOf('repo:42')).toBeGreaterThan(time)
  })
  const next = `id: ${timeOf('repo:42')}\ndata: repo:42\n\n`
  expect(await shown.readUntil('\n\n')).toBe(next)
  expect(await reconnected.readUntil('\n\n')).toBe(next)
})

test('behind nginx, a change is sent when its copies have expired', async () => {
  vi.stubEnv('SHARED_CACHE', 'nginx')
  const { open } = await startStreams()
  const { readUntil } = await open('tag=repo:42&since=0')
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const write = vi.spyOn(ServerResponse.prototype, 'write')
  await announce('repo:42')
  vi.advanceTimersByTime(5900)
  expect(write).not.toHaveBeenCalled()
  vi.advanceTimersByTime(200)
  expect(write).toHaveBeenCalledOnce()
  write.mockRestore()
  expect(await readUntil('\n\n')).toContain('data: repo:42')
})

test('a shutdown ends all streams', async () => {
  const { open } = await startStreams()
  const { readUntil } = await open('tag=repo:42&since=0')
  channel(SHUTDOWN_CHANNEL).publish(undefined)
  expect(await readUntil('')).toBe('')
})

test('limits the streams of a client, and counts only those that are open', async () => {
  const { open, request } = await startStreams()
  const client = { 'x-client': '192.0.2.1' }
  const opened = await Promise.all(
    Array.from({ length: MAX_CLIENT_STREAMS }, () => open('tag=repo:42&since=0', client)),
  )
  const { response } = await request('tag=repo:42&since=0', client)
  expect([response.status, response.headers.get('retry-after'), await response.json()]).toEqual([
    429,
    '60',
    { outcome: 'too-many-streams' },
  ])
  const other = await request('tag=repo:42&since=0', { 'x-client': '192.0.2.2' })
  expect(other.response.status).toBe(200)

  opened[0]?.abort.abort()
  await vi.waitFor(async () => {
    const { response } = await request('tag=repo:42&since=0', client)
    expect(response.status).toBe(200)
  })
})

test('limits the streams of a process', async () => {
  const streams = createChangeStreams({
    announcements: gitHub().stores.announcements,
    delayMs: 0,
    maxStreams: 2,
  })
  const { url } = await startServer((_req, res) => {
    void streams.open(res, { tag: 'repo:42', since: 0, client: undefined })
  })
  const abort = new AbortController()
  for (let count = 0; count < 2; count++) {
    expect(streams.findLimit(undefined)).toBe(undefined)
    await fetch(url, { signal: abort.signal })
  }
  expect(streams.findLimit(undefined)).toBe('server')
  abort.abort()
  await vi.waitFor(() => expect(streams.findLimit(undefined)).toBe(undefined))
})

test.each([
  ['without a secret', { WEBHOOK_SECRET: '' }, 'tag=repo:42', 404, 'not-found'],
  ['on Vercel', { VERCEL: '1' }, 'tag=repo:42', 404, 'not-found'],
  ['without a tag', {}, '', 400, 'invalid-tag'],
  ['with another tag', {}, 'tag=owner:acme', 400, 'invalid-tag'],
])('opens no stream %s', async (_when, env, query, status, outcome) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const { request } = await startStreams()
  const { response } = await request(query)
  expect([response.status, await response.json()]).toEqual([status, { outcome }])
  expect(response.headers.get('cache-control')).toBe('private, no-store')
})
