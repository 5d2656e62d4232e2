import { join } from 'node:path'
import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants'
import { embeddable, securityHeaders } from './src/server/security-headers.ts'

const headers = [
  { source: '/api/badge/:path*', headers: [embeddable] },
  // The floor: whatever says nothing of its own is kept by nobody. A page's own header wins over
  // this. Left out are Next's hashed files, to keep the immutability that Next gives them, and badges:
  // to what a route on the Edge Runtime says, Next adds a second Cache-Control instead.
  {
    source: '/((?!_next/static/|api/badge/).*)',
    headers: [{ key: 'Cache-Control', value: 'private, no-store' }],
  },
  {
    source: '/:file(theme.js|icon.svg)',
    headers: [{ key: 'Cache-Control', value: 'public, max-age=3600' }],
  },
]

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The packages export TypeScript source.
  transpilePackages: ['@repo/cache-headers', '@repo/github', '@repo/ui'],
  images: { unoptimized: true },
  // Back to a page that asks the server again returns to where the reader was.
  experimental: { scrollRestoration: true },
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
  const everywhere = securityHeaders(isDevelopment ? 'development' : 'production')
  return {
    ...config,
    ...(process.env.STANDALONE === '1' && standalone),
    // Of two rules for one header the last wins.
    headers: async () => [{ source: '/:path*', headers: everywhere }, ...headers],
    // Development runs on Turbopack, which a configuration of webpack would stop.
    ...(!isDevelopment && { webpack }),
  }
}
