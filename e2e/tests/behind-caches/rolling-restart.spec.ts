import { type CacheName, startCache } from '../../support/caches.ts'
import { freePort, type Program, startServer } from '../../support/programs.ts'
import { productionServer } from '../../support/servers.ts'
import { test as base, expect } from '../../support/test.ts'
import { uniqueName } from '../../support/unique-name.ts'

const test = base.extend<object, { cache: CacheName }>({
  cache: ['nginx', { option: true, scope: 'worker' }],
})

test('no visitor gets an error while two instances restart one after the other', async ({
  cache,
}, testInfo) => {
  const ports = [await freePort(), await freePort()] as const
  const instances = await Promise.all(ports.map(startInstance))
  const site = await startCache(cache, {
    listen: await freePort(),
    origin: ports[0],
    otherOrigins: [ports[1]],
    health: '/api/ready',
    isUnlimited: true,
  })
  const name = uniqueName(testInfo)
  const failures: string[] = []
  let visits = 0
  let isRunning = true

  async function visit(path: string): Promise<void> {
    const outcome = await fetch(site.url + path).then(
      async (response) => `${response.status}${(await response.text()) ? '' : ' without a body'}`,
      String,
    )
    visits++
    if (outcome !== '200') failures.push(`${path}: ${outcome}`)
  }
  async function readPages(reader: number): Promise<void> {
    for (let page = 0; isRunning; page++) {
      const path = `/repos/fresh/${name}-${reader}-${page}/releases`
      await visit(path)
      await visit(path)
      // No cache stores it, so an instance responds.
      await visit('/status')
    }
  }

  const readers = [0, 1, 2, 3].map(readPages)
  try {
    for (const [index, port] of ports.entries()) {
      const visitsBefore = visits
      expect(await instances[index]?.end()).toBe(0)
      instances[index] = await startInstance(port)
      expect(visits).toBeGreaterThan(visitsBefore)
    }
  } finally {
    isRunning = false
  }
  await Promise.all(readers)
  await site.end()
  await Promise.all(instances.map((instance) => instance.end()))
  expect(failures).toEqual([])
})

function startInstance(port: number): Promise<Program> {
  return startServer(productionServer(port), { quiet: true })
}
