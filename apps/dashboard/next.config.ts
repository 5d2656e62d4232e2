import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants'
import { securityHeaders } from './src/server/security-headers.ts'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The packages export TypeScript source.
  transpilePackages: ['@repo/cache-headers', '@repo/github', '@repo/ui'],
  images: { unoptimized: true },
  // Back to a page that asks the server again returns to where the reader was.
  experimental: { scrollRestoration: true },
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

function headerRules(mode: 'development' | 'production') {
  return [
    { source: '/:path*', headers: securityHeaders(mode) },
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
  ]
}

// Development runs on Turbopack, which a configuration of webpack would stop.
export default function configFor(phase: string): NextConfig {
  return phase === PHASE_DEVELOPMENT_SERVER
    ? { ...config, headers: async () => headerRules('development') }
    : { ...config, headers: async () => headerRules('production'), webpack }
}
