import type { IncomingMessage, ServerResponse } from 'node:http'
import type { NextApiRequest, NextApiResponse } from 'next'
import { expect, onTestFinished, test, vi } from 'vitest'
import { serveForm } from './serve-form.ts'
import { cacheHeadersOf, startServer } from './test-support.ts'

const siteUrl = 'https://dashboard.test'
const form = 'application/x-www-form-urlencoded'
const ours = { origin: siteUrl, 'content-type': form }

/** Puts on what Next puts on the request and the response of an API route. */
function asApi(req: IncomingMessage, res: ServerResponse): [NextApiRequest, NextApiResponse] {
  const withHelpers = Object.assign(res, {
    status: (code: number) => {
      res.statusCode = code
      return withHelpers
    },
    send: (body: string) => res.end(body),
  })
  return [req as NextApiRequest, withHelpers as unknown as NextApiResponse]
}

async function posted(init: RequestInit) {
  vi.stubEnv('SITE_URL', siteUrl)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const forms: string[] = []
  const route = serveForm(async (_req, res, fields) => {
    forms.push(String(fields))
    res.status(200).send('done')
  })
  const { url } = await startServer((req, res) => route(...asApi(req, res)))
  const response = await fetch(url, { method: 'POST', ...init })
  return { response, text: await response.text(), forms }
}

test('accepts a form of this site', async () => {
  const { text, forms } = await posted({ headers: ours, body: 'token=a%2Bb&returnTo=/me' })
  expect(text).toBe('done')
  expect(forms).toEqual(['token=a%2Bb&returnTo=%2Fme'])
})

test.each<[number, string, RequestInit]>([
  [405, 'Send this form with POST.', { method: 'GET' }],
  [405, 'Send this form with POST.', { method: 'DELETE', headers: ours }],
  [
    403,
    'This form must be sent from this site.',
    { headers: { 'content-type': form }, body: 'a=b' },
  ],
  [
    403,
    'This form must be sent from this site.',
    { headers: { ...ours, origin: 'https://evil.test' }, body: 'a=b' },
  ],
  [
    403,
    'This form must be sent from this site.',
    { headers: { ...ours, 'sec-fetch-site': 'same-site' }, body: 'a=b' },
  ],
  [
    415,
    'Send application/x-www-form-urlencoded.',
    { headers: { ...ours, 'content-type': 'application/json' }, body: '{}' },
  ],
  [
    415,
    'Send application/x-www-form-urlencoded.',
    { headers: { ...ours, 'content-type': `${form}-x` }, body: 'a=b' },
  ],
  [413, 'The form is too large.', { headers: ours, body: `a=${'x'.repeat(64_000)}` }],
])('rejects with %i: %s', async (status, sentence, init) => {
  const { response, text, forms } = await posted(init)
  expect(response.status).toBe(status)
  expect(text).toBe(`${sentence}\n`)
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(cacheHeadersOf(response)).toEqual({ 'cache-control': 'private, no-store' })
  expect(forms).toEqual([])
})
