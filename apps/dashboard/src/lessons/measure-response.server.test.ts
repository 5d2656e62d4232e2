import { expect, test, vi } from 'vitest'
import { startServer } from '#server/test-support.ts'

const body = JSON.stringify({ id: 1, full_name: 'acme/rocket' })

/** Measures the response of a GitHub at a URL. */
async function measureAt(url: string) {
  vi.stubEnv('GITHUB_API_URL', url)
  vi.resetModules()
  const { measureResponse } = await import('./measure-response.server.ts')
  return measureResponse('acme', 'rocket')
}

test('measures the response of a renamed repository', async () => {
  const { url, paths } = await startServer((request, response) => {
    if (request.url === '/repositories/1') response.end(body)
    else response.writeHead(301, { location: '/repositories/1' }).end()
  })
  expect(await measureAt(url)).toEqual({ bytes: body.length, fields: ['id', 'full_name'] })
  expect(paths).toEqual(['/repos/acme/rocket', '/repositories/1'])
})

test('follows no redirect to another server', async () => {
  const other = await startServer((_request, response) => response.end(body))
  const { url } = await startServer((_request, response) => {
    response.writeHead(301, { location: `${other.url}/repositories/1` }).end()
  })
  expect(await measureAt(url)).toBeNull()
  expect(other.paths).toEqual([])
})

test('reads no response that is too large', async () => {
  const { url } = await startServer((_request, response) => {
    response.end(JSON.stringify({ id: 1, description: 'x'.repeat(2_000_000) }))
  })
  expect(await measureAt(url)).toBeNull()
})
