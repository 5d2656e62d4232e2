import { setCacheHeaders } from '@repo/cache-headers'
import type { NextApiResponse } from 'next'
import { degradedPage, publicPage } from '#server/cache-policies.ts'
import type { Exported } from './facts.ts'
import { type Format, formats } from './formats.ts'

type Export = {
  name: string
  format: Format
  repositories: readonly Exported[]
  isDegraded: boolean
}

/** Sends facts as a file; shared caches may keep it as long as the page that shows them. */
export function sendExport(res: NextApiResponse, file: Export): void {
  const { name, format, repositories, isDegraded } = file
  const { type, write } = formats[format]
  setCacheHeaders(res, isDegraded ? degradedPage : publicPage)
  res.setHeader('Content-Type', type)
  // The name is made of what GitHub's grammar allows: no quote and no line end.
  const how = format === 'json' ? 'inline' : 'attachment'
  res.setHeader('Content-Disposition', `${how}; filename="${name}.${format}"`)
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.send(write(repositories))
}
