import { z } from 'zod'
import type { Dated, Read } from '../reader.ts'
import { moment, text, webUrl } from '../shapes.ts'

/** A published release. */
export type Release = z.output<typeof shape>

const shape = z
  .object({ tag_name: z.string(), name: text, published_at: moment, html_url: webUrl })
  .transform((body) => ({
    tag: body.tag_name,
    name: body.name,
    publishedAt: body.published_at,
    url: body.html_url,
  }))

/** The newest release that is neither a draft nor a pre-release; null when there is none. */
export async function latestRelease(
  read: Read,
  owner: string,
  repo: string,
): Promise<Dated<Release | null>> {
  const { dated } = await read({
    route: 'GET /repos/{owner}/{repo}/releases/latest',
    params: { owner, repo },
    shape,
    whenNotFound: null,
  })
  return dated
}
