import type { CachePolicy } from '@repo/cache-headers'

/**
 * Who may keep an edge page. A rule of `next.config` sends it, whether or not GitHub has answered: hence
 * the seconds for which any page may be kept that is not all there.
 */
export const edgePolicy: CachePolicy = { scope: 'public', sMaxAge: 5, staleWhileRevalidate: 0 }
