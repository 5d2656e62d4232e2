import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The packages export TypeScript source.
  transpilePackages: ['@repo/auth-headers', '@repo/cache-headers', '@repo/github', '@repo/ui'],
  images: { unoptimized: true },
  // Back to a page that asks the server again returns to where the reader was.
  experimental: { scrollRestoration: true },
  async headers() {
    return [
      // The floor: whatever says nothing of its own is kept by nobody. A page's own header wins over
      // this. Next's hashed files are left out, to keep the immutability that Next gives them.
      {
        source: '/((?!_next/static/).*)',
        headers: [{ key: 'Cache-Control', value: 'private, no-store' }],
      },
      {
        source: '/:file(theme.js|icon.svg|favicon.ico|apple-touch-icon.png|social-card.png)',
        headers: [{ key: 'Cache-Control', value: 'public, max-age=3600' }],
      },
    ]
  },
}

export default config
