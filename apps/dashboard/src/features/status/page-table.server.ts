import type { PageRow } from '@repo/page-runtime/inspect'

/** A page as the status page lists it. */
export type ListedPage = Pick<PageRow, 'route' | 'runtime' | 'cacheControlSource'> & {
  /** Seconds after which a host may end a request. */
  maxDuration: number | null
}

/**
 * Lists this site's pages, as `next.config.ts` writes them into the build. They are made from the
 * sources, before the build knows what it makes; `page-runtime`, which ends the build, fails where a
 * page got something else.
 */
export function pageTable(): ListedPage[] {
  return JSON.parse(process.env.PAGE_TABLE ?? '[]')
}
