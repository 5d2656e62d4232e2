import type { PageRow } from '@repo/page-runtime/inspect'

/** A page as the status page lists it. */
export type ListedPage = Pick<PageRow, 'route' | 'runtime' | 'cacheControlSource'> & {
  /** Seconds after which a host may abort a request. */
  maxDuration: number | null
}

/**
 * Reads the table of pages that `next.config.ts` derives from the sources before a build. After the
 * build, `page-runtime` fails if a page has another runtime.
 */
export function readPageTable(): ListedPage[] {
  return JSON.parse(process.env.PAGE_TABLE ?? '[]')
}
