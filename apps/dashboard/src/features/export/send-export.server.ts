import { type CachePolicy, setCacheHeaders } from '@repo/cache-headers'
import type { NextApiResponse } from 'next'
import { degradedPage, publicPage } from '#server/cache-policies.ts'
import { type Exported, type Format, formats } from './formats.ts'

type Export = {
  name: string
  format: Format
  repositories: readonly Exported[]
  /** Undefined for a viewer's own facts, which are not cached. */
  isDegraded: boolean | undefined
}

/** Sends facts as a file, with the cache policy of the page that shows them. */
export function sendExport(res: NextApiResponse, file: Export): void {
  const { name, format, repositories, isDegraded } = file
  const { type, write } = formats[format]
  setCacheHeaders(res, policyFor(isDegraded))
  res.setHeader('Content-Type', type)
  // A name on GitHub contains no quote and no line break.
  const disposition = format === 'json' ? 'inline' : 'attachment'
  res.setHeader('Content-Disposition', `${disposition}; filename="${name}.${format}"`)
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.send(write(repositories))
}

function policyFor(isDegraded: boolean | undefined): CachePolicy {
  if (isDegraded === undefined) return { scope: 'private' }
  return isDegraded ? degradedPage : publicPage
}
