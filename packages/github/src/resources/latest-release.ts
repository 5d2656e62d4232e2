import { z } from 'zod'
import { text, timestamp, webUrl } from './fields.ts'
import type { Read, Snapshot } from './read.ts'

/** A published release. */
export type Release = z.output<typeof schema>

const schema = z
  .object({ tag_name: z.string(), name: text, published_at: timestamp, html_url: webUrl })
  .transform((body) => ({
    tag: body.tag_name,
    name: body.name,
    publishedAt: body.published_at,
    url: body.html_url,
  }))

/** The newest release that is neither a draft nor a pre-release; null when there is none. */
export async function getLatestRelease(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<Release | null>> {
  const { snapshot } = await read({
    route: 'GET /repos/{owner}/{repo}/releases/latest',
    params: { owner, repo },
    schema,
    on404: null,
  })
  return snapshot
}
