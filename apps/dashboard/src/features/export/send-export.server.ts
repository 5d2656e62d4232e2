import { setCacheHeaders } from '@repo/cache-headers'
import type { NextApiResponse } from 'next'
import type { Exported } from './facts.ts'
import { type Format, formats } from './formats.ts'

type Export = { name: string; format: Format; repositories: readonly Exported[]; unready: boolean }

/** Sends facts as a file; shared caches may keep it as long as the page that shows them. */
export function sendExport(res: NextApiResponse, file: Export): void {
  const { name, format, repositories, unready } = file
  const { type, write } = formats[format]
  setCacheHeaders(res, {
    scope: 'public',
    ...(unready
      ? { sMaxAge: 5, staleWhileRevalidate: 0 }
      : { sMaxAge: 60, staleWhileRevalidate: 600 }),
  })
  res.setHeader('Content-Type', type)
  // The name is made of what GitHub's grammar allows: no quote and no line end.
  const how = format === 'json' ? 'inline' : 'attachment'
  res.setHeader('Content-Disposition', `${how}; filename="${name}.${format}"`)
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.send(write(repositories))
}
