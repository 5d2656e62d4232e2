import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The packages export TypeScript, which their own builds check.
  transpilePackages: readdirSync(join(folder, 'packages')).map((name) => `@repo/${name}`),
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  webpack(config) {
    config.resolve.alias['next/router$'] = join(folder, 'src/router.js')
    return config
  },
}
