import { join } from 'node:path'

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The packages export TypeScript, which their own builds check.
  transpilePackages: [
    '@repo/auth-headers',
    '@repo/cache-headers',
    '@repo/github',
    '@repo/page-runtime',
    '@repo/ui',
  ],
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  webpack(config) {
    config.resolve.alias['next/router$'] = join(import.meta.dirname, 'src/router.js')
    return config
  },
}
