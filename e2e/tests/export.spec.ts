import { expect, test } from '../support/test.ts'
import { waitUntilFresh } from '../support/wait-until-fresh.ts'

const shared = 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600'
const files = {
  json: { type: 'application/json; charset=utf-8', disposition: 'inline' },
  csv: { type: 'text/csv; charset=utf-8; header=present', disposition: 'attachment' },
  md: { type: 'text/markdown; charset=utf-8', disposition: 'attachment' },
}

for (const [extension, { type, disposition }] of Object.entries(files)) {
  test(`a repository is exported as .${extension} with the date of its data, and shared caches may store the file`, async ({
    request,
  }) => {
    await waitUntilFresh(request, '/repos/acme/rocket')
    const response = await request.get(`/api/export/repos/acme/rocket.${extension}`)
    const body = await response.text()

    expect(response.status()).toBe(200)
    expect(response.headers()['content-type']).toBe(type)
    expect(response.headers()['content-disposition']).toBe(
      `${disposition}; filename="acme-rocket.${extension}"`,
    )
    expect(response.headers()['x-content-type-options']).toBe('nosniff')
    expect(response.headers()['cache-control']).toBe(shared)
    expect(body).toContain('12431')
    expect(body).toMatch(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/)
    expect(body).toContain('/acme/rocket')
  })
}

test('a description that is a formula is text in a spreadsheet', async ({ request }) => {
  const formulas: string[] = []
  for (const name of ['0', '1', '-1', '--1', '-', '--', '--version']) {
    const csv = await (await request.get(`/api/export/repos/naughty/${name}.csv`)).text()
    const cells = [...csv.matchAll(/(?:^|,)"((?:[^"]|"")*)"/gm)].map(([, cell = '']) => cell)
    expect(cells.length).toBeGreaterThan(50)
    formulas.push(...cells.filter((cell) => /^\s*[=+\-@|%]/.test(cell)))
  }
  expect(formulas).toEqual([])
})

test('an export says "none" for missing values, and its URLs are links', async ({ request }) => {
  const bare = await (await request.get('/api/export/repos/acme/bare.csv')).text()
  expect(bare).toContain('"Description","none"\r\n"Homepage","none"\r\n"Topics","none"\r\n')

  const rocket = await (await request.get('/api/export/repos/acme/rocket.md')).text()
  expect(rocket).toContain('| Homepage | <https://rocket.acme.example> |\n')
  expect(rocket).toContain('| Source | <https://github.example/acme/rocket> |\n')
})

test('a missing export is a 404, and that of a renamed repository redirects', async ({
  request,
}) => {
  for (const path of [
    'repos/acme/nothing.csv',
    'repos/acme/rocket.xml',
    'repos/acme/rocket',
    'repos/-x/y.csv',
    'compare.csv',
    'compare.csv?repos=acme/nothing,x',
    'other.csv?repos=acme/rocket',
  ]) {
    const response = await request.get(`/api/export/${path}`)
    expect(response.status()).toBe(404)
    expect(await response.json()).toEqual({ failure: 'not-found' })
    expect(response.headers()['cache-control']).toBe(
      'public, max-age=0, must-revalidate, s-maxage=30',
    )
  }
  const renamed = await request.get('/api/export/repos/acme/old-name.csv', { maxRedirects: 0 })
  expect(renamed.status()).toBe(307)
  expect(renamed.headers().location).toBe('/api/export/repos/acme/new-name.csv')
  expect(renamed.headers()['cache-control']).toBe('private, no-store')
})

test('an export has the status of GitHub’s failure, and no cache stores it', async ({
  request,
}) => {
  for (const [name, status, failure] of [
    ['status-503', 503, 'unreachable'],
    ['status-451', 451, 'blocked'],
  ] as const) {
    const response = await request.get(`/api/export/repos/failures/${name}.json`)
    expect(response.status()).toBe(status)
    expect(await response.json()).toEqual({ failure })
    expect(response.headers()['cache-control']).toBe('private, no-store')
  }
})

test('an export of several repositories keeps the others beside one that fails', async ({
  request,
}) => {
  const repos = 'acme/rocket,failures/status-503,acme/nothing'
  for (const name of ['compare', 'board']) {
    const response = await request.get(`/api/export/${name}.csv?repos=${repos}`)
    expect(response.status()).toBe(200)
    expect(response.headers()['cache-control']).toBe(
      'public, max-age=0, must-revalidate, s-maxage=5',
    )
    expect(await response.text()).toContain('"Error","none","unavailable","not-found"\r\n')

    const failing = 'failures/status-503,failures/status-500'
    const none = await request.get(`/api/export/${name}.csv?repos=${failing}`)
    expect(none.status()).toBe(503)
  }
})

test('an export has no methods but GET and HEAD', async ({ request }) => {
  const response = await request.post('/api/export/repos/acme/rocket.json')
  expect(response.status()).toBe(405)
  expect(response.headers().allow).toBe('GET, HEAD')
})
