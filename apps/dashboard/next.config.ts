import { join } from 'node:path'
import { cacheHeaders, headerRules } from '@repo/cache-headers'
import { inspectSources } from '@repo/page-runtime/inspect'
import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from 'next/constants'
import { shortenClassNames } from './src/build/class-names.ts'
import { findFilesUrl } from './src/build/files-url.ts'
import { serializeLanguageColors } from './src/build/language-colors.ts'
import { writePageSources } from './src/build/page-sources.ts'
import type { ListedPage } from './src/features/status/page-table.server.ts'
import { degradedPage, publicPage } from './src/server/cache-policies.ts'
import { embeddable, securityHeaders, styledImagePolicy } from './src/server/security-headers.ts'
import { formatServerTiming, policyTimings } from './src/server/server-timing.ts'
import { chapterName, chapters } from './src/tutorial/chapters.ts'
import { createHighlighter } from './src/tutorial/highlight-code.server.ts'
import { writeSourceFiles } from './src/tutorial/source-files.ts'

// Static pages run no code on a request that could set their cache headers. They change only when the
// site is deployed again.
const staticPageHeaders = cacheHeaders(publicPage)
const staticPageTimings = policyTimings({
  cacheControl: staticPageHeaders['Cache-Control'],
  cdnCacheControl: staticPageHeaders['CDN-Cache-Control'],
})
const UNTIL_NEXT_DEPLOY = [
  ...Object.entries(staticPageHeaders).map(([key, value]) => ({ key, value })),
  { key: 'Server-Timing', value: formatServerTiming(staticPageTimings) },
]
const chapterNames = chapters.map(({ file }) => chapterName(file)).join('|')

const headers = [
  { source: '/(api/(?:badge|social-card)/.*|social-card.png)', headers: [embeddable] },
  { source: '/api/charts/:path*', headers: [embeddable, styledImagePolicy] },
  // The default; a page's own header replaces it. Next sets that of hashed files and ISR pages, and
  // badges are excluded because on the Edge Runtime Next would send both headers.
  {
    source: '/((?!_next/static/|api/badge/|learn/when/|_next/data/[^/]+/learn/when/).*)',
    headers: [{ key: 'Cache-Control', value: 'private, no-store' }],
  },
  // By name, because lessons have the same prefix and headers of their own.
  ...[
    '/learn',
    '/report-card',
    `/learn/:chapter(${chapterNames})`,
    `/_next/data/:build/learn/:chapter(${chapterNames}).json`,
  ].map((source) => ({ source, headers: UNTIL_NEXT_DEPLOY })),
  {
    source: '/:file(theme.js|icon.svg|favicon.ico|apple-touch-icon.png|social-card.png)',
    headers: [{ key: 'Cache-Control', value: 'public, max-age=3600' }],
  },
  // Edge pages cannot set headers.
  ...headerRules(degradedPage, '/learn/runtime/edge'),
  ...headerRules({ scope: 'private' }, '/learn/runtime/probe/edge/[outcome]'),
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
  // Only the build reads the chapters. The key is a glob, where brackets would be a character class.
  outputFileTracingExcludes: {
    '/learn/?chapter?': ['../../docs/**/*'],
    // next/og renders without sharp, which is larger than everything else together.
    '/api/social-card/**': ['../../node_modules/.pnpm/{sharp@*,@img+*}/**/*'],
  },
  // Seconds after which an ISR page is expired: never served stale.
  expireTime: 660,
  experimental: {
    // Back restores the scroll position even if the page requests its props again.
    scrollRestoration: true,
    // The build is read-only, so ISR pages are stored in memory only.
    isrFlushToDisk: false,
  },
}

/** The page table of the status page as JSON. Next inlines `env`, so no file is read at run time. */
function serializePageTable(): string {
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

// `STANDALONE=1` builds a copy that runs without the repository and its packages.
const standalone: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: join(import.meta.dirname, '../..'),
}

// One style sheet for all pages. On a client navigation Next inlines a page's own style sheet, which
// the Content-Security-Policy blocks.
const webpack: NonNullable<NextConfig['webpack']> = (webpackConfig, { isServer }) => {
  shortenClassNames(webpackConfig.module.rules)
  if (!isServer) {
    // Each page's script contains the hashes of all files that are loaded on demand.
    webpackConfig.output.hashDigestLength = 8
    // The Content-Security-Policy does not require Trusted Types.
    webpackConfig.output.trustedTypes = undefined
    const { splitChunks } = webpackConfig.optimization
    // In bytes of source code. Below that, a copy in each page costs less than another request, and
    // compresses better.
    splitChunks.minSize = 45_000
    splitChunks.cacheGroups.styles = {
      name: 'styles',
      type: 'css/mini-extract',
      chunks: 'all',
      enforce: true,
    }
    // Every page has that style sheet, so no script has to load one.
    for (const plugin of webpackConfig.plugins) {
      if (plugin.constructor.name === 'NextMiniCssExtractPlugin') plugin.options.runtime = false
    }
  }
  return webpackConfig
}

export default async function configFor(phase: string): Promise<NextConfig> {
  const isDevelopment = phase === PHASE_DEVELOPMENT_SERVER
  if (phase !== PHASE_PRODUCTION_SERVER) {
    const highlight = await createHighlighter()
    writePageSources(import.meta.dirname, process.env, (code) => highlight(code, 'tsx') ?? code)
  }
  if (isDevelopment) writeSourceFiles(join(import.meta.dirname, '../..'))
  const defaultHeaders = securityHeaders(isDevelopment ? 'development' : 'production')
  return {
    ...config,
    ...(process.env.STANDALONE === '1' && standalone),
    // The last rule for a header wins.
    headers: async () => [{ source: '/:path*', headers: defaultHeaders }, ...headers],
    // Development runs on Turbopack, which fails with a webpack configuration.
    ...(!isDevelopment && { webpack }),
    // A production server reads no sources.
    ...(phase !== PHASE_PRODUCTION_SERVER && {
      env: {
        PAGE_TABLE: serializePageTable(),
        FILES_URL: findFilesUrl(import.meta.dirname, process.env) ?? '',
        LANGUAGE_COLORS: await serializeLanguageColors(),
        BUILT_AT: new Date().toISOString(),
      },
    }),
  }
}
