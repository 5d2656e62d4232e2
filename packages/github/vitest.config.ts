import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

const folders = (process.env.PATH ?? '').split(delimiter)
const hasRedis = folders.some((folder) => existsSync(join(folder, 'redis-server')))

// CI always has Redis: there, its absence is a failure.
const withRedis = hasRedis || !!process.env.CI
if (!withRedis) {
  console.log(
    'redis-server is not installed: the tests of the shared store are left out. ' +
      'On Debian: apt-get install redis-server',
  )
}

export default defineConfig({
  test: {
    // A busy machine is slow, and no test is about time.
    testTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    exclude: [...configDefaults.exclude, ...(withRedis ? [] : ['**/redis-level.test.ts'])],
  },
})
