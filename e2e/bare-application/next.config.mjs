export default {
  // The packages export TypeScript.
  transpilePackages: ['@repo/auth-headers', '@repo/cache-headers', '@repo/page-runtime'],
}
