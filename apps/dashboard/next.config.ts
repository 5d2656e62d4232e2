import { join } from 'node:path'
import { cacheHeaders, headerRules } from '@repo/cache-headers'
import { inspectSources } from '@repo/page-runtime/inspect'
import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from 'next/constants'
import { writePageSources } from './src/build/page-sources.ts'
import { embeddable, securityHeaders } from './src/build/security-headers.ts'
import type { ListedPage } from './src/features/status/page-table.server.ts'
import { degradedPage, publicPage } from './src/server/cache-policies.ts'
import { formatServerTiming, policyTimings } from './src/server/server-timing.ts'
import { chapterName, chapters } from './src/tutorial/chapters.ts'

// Pages that are made when the site is built: the same bytes until the next build. They have no code
// that could say with each answer who may keep it.
const kept = cacheHeaders(publicPage)
const told = policyTimings({
  cacheControl: kept['Cache-Control'],
  cdnCacheControl: kept['CDN-Cache-Control'],
})
const untilTheNextBuild = [
  ...Object.entries(kept).map(([key, value]) => ({ key, value })),
  { key: 'Server-Timing', value: formatServerTiming(told) },
]
const chapterNames = chapters.map(({ file }) => chapterName(file)).join('|')

const headers = [
  { source: '/(api/badge/.*|social-card.png)', headers: [embeddable] },
  // The floor: whatever says nothing of its own is kept by nobody. A page's own header wins over
  // this. Left out is what Next itself gives a lifetime, that ends with a failure: its hashed files, and
  // the pages that it makes by getStaticProps after the build. Badges too: to what a route on the Edge
  // Runtime says, Next adds a second Cache-Control instead.
  {
    source: '/((?!_next/static/|api/badge/|learn/when/|_next/data/[^/]+/learn/when/).*)',
    headers: [{ key: 'Cache-Control', value: 'private, no-store' }],
  },
  // By name: a lesson beside them has headers of its own, and a name that is none has none.
  ...[
    '/learn',
    `/learn/:chapter(${chapterNames})`,
    `/_next/data/:build/learn/:chapter(${chapterNames}).json`,
  ].map((source) => ({ source, headers: untilTheNextBuild })),
  {
    source: '/:file(theme.js|icon.svg|favicon.ico|apple-touch-icon.png|social-card.png)',
    headers: [{ key: 'Cache-Control', value: 'public, max-age=3600' }],
  },
  // Edge pages cannot set headers.
  ...headerRules(degradedPage, '/learn/runtime/edge'),
  ...headerRules({ scope: 'private' }, '/learn/runtime/probe/edge/[asked]'),
]

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The packages export TypeScript source.
  transpilePackages: [
    '@repo/auth-headers',
    '@repo/cache-headers',
    '@repo/github',
    '@repo/page-runtime',
    '@repo/ui',
  ],
  images: { unoptimized: true },
  // The chapters are read when the site is built, and never after that. The page's route is a pattern here.
  outputFileTracingExcludes: { '/learn/?chapter?': ['../../docs/**/*'] },
  // Seconds after which a page made by getStaticProps is no more served stale.
  expireTime: 660,
  experimental: {
    // Back to a page that asks the server again returns to where the reader was.
    scrollRestoration: true,
    // The build is read only: pages made by getStaticProps after it are kept in memory.
    isrFlushToDisk: false,
  },
}

/** The table of the status page. Next writes `env` into the code: there is no file to be found later. */
function pageTable(): string {
  const { pages } = inspectSources(import.meta.dirname, { rules: headers })
  const listed = pages.map(
    ({ route, runtime, maxDuration = null, cacheControlSource }): ListedPage => ({
      route,
      runtime,
      maxDuration,
      cacheControlSource,
    }),
  )
  return JSON.stringify(listed)
}

// `STANDALONE=1` builds a folder that runs without the repository and its packages.
const standalone: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: join(import.meta.dirname, '../..'),
}

// One style sheet for all pages. On a client navigation Next inserts a page's own style sheet as an
// inline style, which the Content-Security-Policy stops: the page would lose its looks.
const webpack: NonNullable<NextConfig['webpack']> = (webpackConfig, { isServer }) => {
  if (!isServer) {
    webpackConfig.optimization.splitChunks.cacheGroups.styles = {
      name: 'styles',
      type: 'css/mini-extract',
      chunks: 'all',
      enforce: true,
    }
  }
  return webpackConfig
}

export default function configFor(phase: string): NextConfig {
  const isDevelopment = phase === PHASE_DEVELOPMENT_SERVER
  if (phase !== PHASE_PRODUCTION_SERVER) writePageSources(import.meta.dirname, process.env)
  const everywhere = securityHeaders(isDevelopment ? 'development' : 'production')
  return {
    ...config,
    ...(process.env.STANDALONE === '1' && standalone),
    // Of two rules for one header the last wins.
    headers: async () => [{ source: '/:path*', headers: everywhere }, ...headers],
    // Development runs on Turbopack, which a configuration of webpack would stop.
    ...(!isDevelopment && { webpack }),
    // The server that was built reads no sources.
    ...(phase !== PHASE_PRODUCTION_SERVER && { env: { PAGE_TABLE: pageTable() } }),
  }
}
