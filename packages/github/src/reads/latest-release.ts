import { z } from 'zod'
import { GitHubError } from '../github-error.ts'
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
  const route = 'GET /repos/{owner}/{repo}/releases/latest'
  try {
    const { data, asOf } = await read({ route, params: { owner, repo }, shape })
    return { data, asOf }
  } catch (error) {
    if (!(error instanceof GitHubError && error.kind === 'not-found')) throw error
    return { data: null, asOf: new Date().toISOString() }
  }
}
