import { createHmac, randomUUID } from 'node:crypto'
import type { NextApiRequest, NextApiResponse } from 'next'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { resetGitHub, startServer } from '#server/test-support.ts'
import { serveWebhook } from './serve-webhook.server.ts'

const secret = 'a-secret-that-only-tests-know-1234'
const body = JSON.stringify({ repository: { id: 42, full_name: 'acme/rocket', private: false } })

beforeEach(() => {
  resetGitHub()
  vi.stubEnv('WEBHOOK_SECRET', secret)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

async function send(init: RequestInit = {}) {
  const { url } = await startServer((req, res) => {
    const response = res as NextApiResponse
    response.status = (status) => Object.assign(response, { statusCode: status })
    response.json = (value) => response.end(JSON.stringify(value))
    response.revalidate = async (path) => {
      throw new Error(`Failed to revalidate ${path}: Invalid response 500`)
    }
    void serveWebhook(req as NextApiRequest, response)
  })
  const response = await fetch(url, { method: 'POST', ...init })
  const { outcome } = (await response.json()) as { outcome: string }
  return { status: response.status, outcome, headers: response.headers }
}

function signedHeaders(signedBody = body) {
  return {
    'content-type': 'application/json',
    'x-github-event': 'push',
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(signedBody).digest('hex')}`,
  }
}

test('accepts a signed event, and its response is not cached', async () => {
  const { status, outcome, headers } = await send({ headers: signedHeaders(), body })
  expect([status, outcome]).toEqual([202, 'accepted'])
  expect(headers.get('cache-control')).toBe('private, no-store')
})

test('logs an ISR page that could not be regenerated', async () => {
  const lines: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line))
    return true
  })
  const other = body.replace('}', ',"description":"another body"}')
  await send({ headers: signedHeaders(other), body: other })
  await vi.waitFor(() => expect(lines.join('')).toContain('"event":"revalidate"'))
  write.mockRestore()
  expect(lines.join('')).toContain(
    '"event":"revalidate","path":"/learn/when/acme/rocket",' +
      '"message":"Failed to revalidate /learn/when/acme/rocket: Invalid response 500"}',
  )
})

test('does not exist without a secret', async () => {
  vi.stubEnv('WEBHOOK_SECRET', '')
  const { status, outcome } = await send({ headers: signedHeaders(), body })
  expect([status, outcome]).toEqual([404, 'not-found'])
})

test.each([
  ['another method', { method: 'PUT' }, 405, 'method-not-allowed'],
  ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'not-json'],
  ['a large body', { headers: signedHeaders(), body: 'x'.repeat(1_000_001) }, 413, 'too-large'],
  ['no signature', { headers: { 'content-type': 'application/json' }, body }, 401, 'unsigned'],
])('rejects %s', async (_what, init, status, outcome) => {
  expect(await send(init)).toMatchObject({ status, outcome })
})

test('logs no payload, and nothing of a request that is not signed', async () => {
  const lines: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line))
    return true
  })
  await send({ headers: signedHeaders(), body: body.replace('}', ',"canary":"in-a-payload"}') })
  write.mockRestore()
  const logged = lines.join('')
  expect(logged).toContain('"event":"webhook","outcome":"unsigned"}')
  expect(logged).not.toMatch(/in-a-payload|rocket|x-github/)
})
