import type { TagField } from '@repo/cache-headers'
import { readEnv, type SharedCache } from './process/env.ts'

const tagFieldsByCache = {
  varnish: 'xkey',
  fastly: 'Surrogate-Key',
  cloudflare: 'Cache-Tag',
  vercel: 'Vercel-Cache-Tag',
  nginx: undefined,
} as const satisfies Record<SharedCache, TagField | undefined>

/** Returns the field in which the shared cache in front reads tags; undefined if it reads none. */
export function readTagField(): TagField | undefined {
  const { sharedCache } = readEnv()
  return sharedCache && tagFieldsByCache[sharedCache]
}
