import { expect, test } from '../../support/behind-cache.ts'
import { dataPath } from '../../support/data-route.ts'
import { freshName } from '../../support/fresh-name.ts'
import { send } from '../../support/send.ts'

const passing = [
  'status-401',
  'status-500',
  'status-503',
  'html-200',
  'html-502',
  'empty-200',
  'null-body',
  'wrong-types',
  'cut-body',
  'cut-chunked',
  'cut-json',
  'cut-gzip',
  'bad-gzip',
  'huge-headers',
  'redirect-loop',
  'redirect-elsewhere',
  'close-early',
]

for (const fault of passing) {
  test(`a page that fails by ${fault} is kept by nobody, and the next visit after it heals is good`, async ({
    front,
    upstream,
  }, testInfo) => {
    const page = `/repos/fresh/${fault}-${freshName(testInfo)}`
    await upstream.fail(page, fault)
    await failsUnkept(front.url, page)

    await upstream.heal(page)
    for (const path of [page, dataPath(page)]) {
      expect((await send(front.url, path)).status).toBe(200)
    }
  })
}

// The application goes on waiting for a slow GitHub, and remembers a refusal for a while: what the
// cache holds of it is still nothing.
for (const fault of ['slow-headers', 'slow-body', 'status-403', 'status-451']) {
  test(`a page that fails by ${fault} is kept by nobody`, async ({ front, upstream }, testInfo) => {
    const page = `/repos/fresh/${fault}-${freshName(testInfo)}`
    await upstream.fail(page, fault)
    await failsUnkept(front.url, page)
  })
}

async function failsUnkept(url: string, page: string): Promise<void> {
  for (const path of [page, dataPath(page)]) {
    const { status, headers } = await send(url, path)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['cdn-cache-control']).toBeUndefined()
    expect(headers['x-cache']).not.toBe('HIT')
  }
}
