import type { RequestListener, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createGitHub } from '../client/client.ts'
import { githubReturning, publicRepo, startServer } from '../test-support/github.ts'
import { createHttp } from './request.ts'

const path = '/repos/acme/rocket/languages'
const languages = JSON.stringify({ TypeScript: 300, Rust: 100 })
const data = [
  { name: 'TypeScript', share: 0.75 },
  { name: 'Rust', share: 0.25 },
]
const json = { 'content-type': 'application/json; charset=utf-8' }

async function languagesFrom(listener: RequestListener, options = {}) {
  const { url, requests } = await startServer(listener)
  const github = createGitHub({
    baseUrl: url,
    token: 'ghp_secret',
    fetch: async (...request) => publicRepo(new Request(...request).url) ?? fetch(...request),
    ...options,
  })
  return { read: () => github.getLanguages('acme', 'rocket'), requests }
}

function cut(response: ServerResponse): void {
  response.write(languages.slice(0, 10), () => response.destroy())
}

test('reads a body that comes in pieces', async () => {
  const { read } = await languagesFrom((_request, response) => {
    response.writeHead(200, json).write(languages.slice(0, 10))
    setImmediate(() => response.end(languages.slice(10)))
  })
  expect(await read()).toEqual({ data, asOf: expect.any(String) })
})

test('reads a gzipped body', async () => {
  const { read } = await languagesFrom((_request, response) => {
    response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(languages))
  })
  expect(await read()).toEqual({ data, asOf: expect.any(String) })
})

test('classifies a body that ends before its length as unreachable', async () => {
  const { read } = await languagesFrom((_request, response) => {
    cut(response.writeHead(200, { ...json, 'content-length': languages.length }))
  })
  await expect(read()).rejects.toMatchObject({
    message: `GitHub responded 200 to GET ${path}: UND_ERR_SOCKET`,
    kind: 'unreachable',
    status: 200,
  })
})

test('classifies a chunked body that is cut off as unreachable', async () => {
  const { read } = await languagesFrom((_request, response) => {
    cut(response.writeHead(200, json))
  })
  await expect(read()).rejects.toMatchObject({ kind: 'unreachable', status: 200 })
})

test('classifies an error response that is cut off as unreachable, whatever its status', async () => {
  const { read } = await languagesFrom((_request, response) => {
    cut(response.writeHead(404, json))
  })
  await expect(read()).rejects.toMatchObject({ kind: 'unreachable', status: 404 })
})

test.each([
  ['gzip', 'Z_DATA_ERROR'],
  ['br', 'ERR__ERROR_FORMAT_PADDING_2'],
])('classifies an invalid %s body as malformed', async (encoding, code) => {
  const { read, requests } = await languagesFrom((_request, response) => {
    response.writeHead(200, { ...json, 'content-encoding': encoding }).end(languages)
  })
  await expect(read()).rejects.toMatchObject({
    message: `GitHub responded 200 to GET ${path}: ${code}`,
    kind: 'malformed',
  })
  expect(requests).toHaveLength(1)
})

test('classifies a gzip body that is cut off as malformed', async () => {
  const { read } = await languagesFrom((_request, response) => {
    const whole = gzipSync(languages)
    response
      .writeHead(200, { ...json, 'content-encoding': 'gzip' })
      .end(whole.subarray(0, whole.length - 14))
  })
  await expect(read()).rejects.toMatchObject({ kind: 'malformed', status: 200 })
})

test('classifies JSON that is cut off as malformed', async () => {
  const { read } = await languagesFrom((_request, response) => {
    response.writeHead(200, json).end(languages.slice(0, 10))
  })
  await expect(read()).rejects.toMatchObject({
    message: `GitHub responded 200 to GET ${path}: body is not as documented`,
    kind: 'malformed',
  })
})

test('waits no longer than the deadline for the headers', async () => {
  const { read } = await languagesFrom(() => {}, { deadline: 100 })
  await expect(read()).rejects.toMatchObject({
    message: `GitHub did not respond to GET ${path}: no complete response in time`,
    kind: 'unreachable',
    status: undefined,
  })
})

test('waits no longer than the request timeout for the end of the body', async () => {
  const { read } = await languagesFrom(
    (_request, response) => response.writeHead(200, json).write('{'),
    { requestTimeoutMs: 1000 },
  )
  await expect(read()).rejects.toMatchObject({
    message: `GitHub responded 200 to GET ${path}: no complete response in time`,
    kind: 'unreachable',
    status: 200,
  })
})

test('shares one deadline between all reads of a client', async () => {
  const { read, requests } = await languagesFrom(() => {}, { deadline: 1000 })
  await expect(read()).rejects.toMatchObject({ kind: 'unreachable' })
  await expect(read()).rejects.toMatchObject({ kind: 'unreachable' })
  expect(requests).toHaveLength(1)
})

test('classifies a closed connection as unreachable', async () => {
  const { read } = await languagesFrom((_request, response) => response.destroy())
  await expect(read()).rejects.toMatchObject({
    message: `GitHub did not respond to GET ${path}: UND_ERR_SOCKET`,
    kind: 'unreachable',
    status: undefined,
  })
})

test('classifies a refused connection as unreachable', async () => {
  const { url, close } = await startServer(() => {})
  await close()
  await expect(createGitHub({ baseUrl: url }).getRepo('acme', 'rocket')).rejects.toMatchObject({
    message: 'GitHub did not respond to GET /repos/acme/rocket: ECONNREFUSED',
    kind: 'unreachable',
    status: undefined,
  })
})

test('reads a body of the maximum size', async () => {
  const { read } = await languagesFrom(
    (_request, response) => response.writeHead(200, json).end(languages.padEnd(1000)),
    { maxBodyBytes: 1000 },
  )
  expect(await read()).toEqual({ data, asOf: expect.any(String) })
})

test('stops reading a body that has no end', async () => {
  const { read } = await languagesFrom(
    (_request, response) => {
      const more = () => response.write(' '.repeat(1000), () => response.writable && more())
      more()
    },
    { maxBodyBytes: 5000 },
  )
  await expect(read()).rejects.toMatchObject({
    message: `GitHub responded 200 to GET ${path}: a body of more than 5000 bytes`,
    kind: 'too-large',
  })
})

test('measures the size of a body unzipped', async () => {
  const { read } = await languagesFrom(
    (_request, response) => {
      const bomb = gzipSync(' '.repeat(1_000_000))
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb)
    },
    { maxBodyBytes: 5000 },
  )
  await expect(read()).rejects.toThrow('a body of more than 5000 bytes')
})

test.each([
  ['nested arrays', `${'['.repeat(2e6)}${']'.repeat(2e6)}`, 'more than 50 levels'],
  [
    'many keys',
    `{${Array.from({ length: 300_000 }, (_, key) => `"${key}":1`)}}`,
    'an array or object with more than 10000 entries',
  ],
  ['many arrays', `[${Array(110).fill(`[${Array(9999).fill('1')}]`)}]`, 'more than 1000000 values'],
  [
    'a long text',
    JSON.stringify({ a: '"'.repeat(600_000) }),
    'a string of more than 1000000 bytes',
  ],
])('classifies a body with %s as too large, without parsing it', async (_, body, reason) => {
  const { read } = await languagesFrom((_request, response) => {
    response.writeHead(200, json).end(body)
  })
  await expect(read()).rejects.toMatchObject({
    message: `GitHub responded 200 to GET ${path}: ${reason}`,
    kind: 'too-large',
  })
})

test('reads the largest body that GitHub sends', async () => {
  const weeks = Array.from({ length: 1000 }, (_, week) => ({ w: week, a: 1, d: 1, c: 1 }))
  const statistics = JSON.stringify(Array(100).fill({ author: null, total: 1, weeks }))
  const { url } = await startServer((_request, response) => {
    response.writeHead(200, json).end(statistics)
  })
  const { body } = await createHttp({ baseUrl: url }).send(
    { route: 'GET /repos/{owner}/{repo}/stats/contributors', params: { owner: 'a', repo: 'b' } },
    {},
  )
  expect(JSON.stringify(body)).toBe(statistics)
})

test('classifies an invalid HTTP status as malformed', async () => {
  const { read } = await languagesFrom((_request, response) => {
    response.writeHead(799, json).end('{}')
  })
  await expect(read()).rejects.toMatchObject({
    message: `GitHub responded 799 to GET ${path}: invalid HTTP status`,
    kind: 'malformed',
  })
})

test('follows a redirect on the same origin, with the token', async () => {
  const { read, requests } = await languagesFrom((request, response) => {
    if (request.url !== path) response.writeHead(200, json).end(languages)
    else response.writeHead(301, { location: '/repositories/1/languages' }).end('Moved')
  })
  expect(await read()).toEqual({ data, asOf: expect.any(String) })
  expect(requests).toEqual([
    { path, authorization: 'token ghp_secret' },
    { path: '/repositories/1/languages', authorization: 'token ghp_secret' },
  ])
})

test('follows no redirect to another origin', async () => {
  const elsewhere = await startServer((_request, response) => {
    response.writeHead(200, json).end(languages)
  })
  const port = new URL(elsewhere.url).port
  for (const location of [
    elsewhere.url,
    `//127.0.0.1:${port}/`,
    `http://localhost:${port}/`,
    'https://github.test/',
    'file:///etc/passwd',
    'http://[',
  ]) {
    const { read, requests } = await languagesFrom((_request, response) => {
      response.writeHead(302, { location }).end()
    })
    await expect(read()).rejects.toMatchObject({
      message: `GitHub responded 302 to GET ${path}: a redirect to another origin`,
      kind: 'malformed',
    })
    expect(requests).toHaveLength(1)
  }
  expect(elsewhere.requests).toEqual([])
})

test('follows three redirects and no more', async () => {
  const { read, requests } = await languagesFrom((request, response) => {
    response.writeHead(302, { location: `${request.url}/next` }).end()
  })
  await expect(read()).rejects.toMatchObject({
    message: `GitHub did not respond to GET ${path}: more than 3 redirects`,
    kind: 'malformed',
  })
  expect(requests).toHaveLength(4)
})

test('stops at a redirect to a URL that it has already requested', async () => {
  const itself = await languagesFrom((request, response) => {
    response.writeHead(302, { location: request.url }).end()
  })
  await expect(itself.read()).rejects.toMatchObject({
    message: `GitHub responded 302 to GET ${path}: a redirect loop`,
    kind: 'malformed',
  })
  expect(itself.requests).toHaveLength(1)

  const eachOther = await languagesFrom((request, response) => {
    response.writeHead(302, { location: request.url === path ? '/elsewhere' : path }).end()
  })
  await expect(eachOther.read()).rejects.toMatchObject({ kind: 'malformed' })
  expect(eachOther.requests.map((request) => request.path)).toEqual([path, '/elsewhere'])
})

test('classifies a redirect to an invalid URL as malformed', async () => {
  const { read } = await languagesFrom((_request, response) =>
    response.writeHead(302, json).end('{}'),
  )
  await expect(read()).rejects.toMatchObject({
    message: `GitHub responded 302 to GET ${path}: malformed`,
    kind: 'malformed',
  })
})

test('classifies a redirect that is cut off as unreachable', async () => {
  const body = new ReadableStream({ start: (stream) => stream.error(new TypeError('terminated')) })
  const headers = { location: '/repositories/1' }
  const { getRepo } = githubReturning(
    {},
    { fetch: async () => new Response(body, { status: 302, headers }) },
  )
  await expect(getRepo('acme', 'rocket')).rejects.toMatchObject({
    message: 'GitHub responded 302 to GET /repos/acme/rocket: no complete response',
    kind: 'unreachable',
  })
})
