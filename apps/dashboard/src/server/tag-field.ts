import type { TagField } from '@repo/cache-headers'
import { readEnv, type SharedCache } from './process/env.ts'

const tagFieldsByCache = {
  varnish: 'xkey',
  fastly: 'Surrogate-Key',
  cloudflare: 'Cache-Tag',
  vercel: 'Vercel-Cache-Tag',
} as const satisfies Record<SharedCache, TagField>

/** Returns the field in which the shared cache in front reads tags; undefined without such a cache. */
export function readTagField(): TagField | undefined {
  const { sharedCache } = readEnv()
  return sharedCache && tagFieldsByCache[sharedCache]
}
