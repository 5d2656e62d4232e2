import { headerRules } from '@repo/cache-headers'
import { inspectSources } from '@repo/page-runtime/inspect'
import type { NextConfig } from 'next'
import { PHASE_PRODUCTION_SERVER } from 'next/constants'
import type { ListedPage } from './src/server/page-table.ts'

const headers = [
  // The floor: whatever says nothing of its own is kept by nobody. A page's own header wins over
  // this. Next's hashed files are left out, to keep the immutability that Next gives them.
  {
    source: '/((?!_next/static/).*)',
    headers: [{ key: 'Cache-Control', value: 'private, no-store' }],
  },
  {
    source: '/:file(theme.js|icon.svg)',
    headers: [{ key: 'Cache-Control', value: 'public, max-age=3600' }],
  },
  // Edge pages cannot set headers. A rule is there whether or not GitHub has answered: hence the
  // seconds for which any page may be kept that is not all there.
  ...headerRules({ audience: 'everyone', freshFor: 5, staleFor: 0 }, '/learn/runtime/edge'),
  ...headerRules({ audience: 'one viewer' }, '/learn/runtime/probe/edge/[asked]'),
]

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The packages export TypeScript source.
  transpilePackages: ['@repo/cache-headers', '@repo/github', '@repo/page-runtime', '@repo/ui'],
  images: { unoptimized: true },
  // Back to a page that asks the server again returns to where the reader was.
  experimental: { scrollRestoration: true },
  headers: async () => headers,
}

/** The table of the status page. Next writes `env` into the code: there is no file to be found later. */
function pageTable(): string {
  const { pages } = inspectSources(import.meta.dirname, { rules: headers })
  const listed = pages.map(
    ({ route, runtime, maxDuration = null, cacheHeaderFrom }): ListedPage => ({
      route,
      runtime,
      maxDuration,
      cacheHeaderFrom,
    }),
  )
  return JSON.stringify(listed)
}

export default function configFor(phase: string): NextConfig {
  return phase === PHASE_PRODUCTION_SERVER
    ? config
    : { ...config, env: { PAGE_TABLE: pageTable() } }
}
