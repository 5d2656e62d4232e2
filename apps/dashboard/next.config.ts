import { cacheHeaders } from '@repo/cache-headers'
import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The packages export TypeScript source.
  transpilePackages: ['@repo/auth-headers', '@repo/cache-headers', '@repo/github', '@repo/ui'],
  images: { unoptimized: true },
  // Seconds after which a page made by getStaticProps is no more served stale.
  expireTime: 660,
  experimental: {
    // Back to a page that asks the server again returns to where the reader was.
    scrollRestoration: true,
    // The build is read only: pages made by getStaticProps after it are kept in memory.
    isrFlushToDisk: false,
  },
  async headers() {
    return [
      // The floor: whatever says nothing of its own is kept by nobody. A page's own header wins over
      // this. Left out is what Next itself gives a lifetime, that ends with a failure: its hashed
      // files, and the pages that it makes by getStaticProps after the build.
      {
        source: '/((?!_next/static/|learn/when/|_next/data/[^/]+/learn/when/).*)',
        headers: [{ key: 'Cache-Control', value: 'private, no-store' }],
      },
      // A page without any function for its data: the same bytes until the next build.
      {
        source: '/learn',
        headers: Object.entries(
          cacheHeaders({ audience: 'everyone', freshFor: 60, staleFor: 600 }),
        ).map(([key, value]) => ({ key, value })),
      },
      {
        source: '/:file(theme.js|icon.svg|favicon.ico|apple-touch-icon.png|social-card.png)',
        headers: [{ key: 'Cache-Control', value: 'public, max-age=3600' }],
      },
    ]
  },
}

export default config
