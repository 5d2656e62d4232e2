import { z } from 'zod'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** A README as GitHub's HTML, which is not safe to show as it is; its links are relative to `path`. */
export type Readme = { html: string; path: string }

// More than a page shows of it.
const MAX_HTML_LENGTH = 60_000

const schema = z
  .string()
  .min(1)
  .transform((html) => ({ html: html.slice(0, MAX_HTML_LENGTH), path: pathIn(html) }))

/** The README; null where there is none. */
export async function getReadme(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<Readme | null>> {
  const { snapshot } = await read({
    route: 'GET /repos/{owner}/{repo}/readme',
    params: { owner, repo },
    format: 'html',
    schema,
    isOptional: true,
    ttl: SLOW_TTL,
    on404: null,
  })
  return snapshot
}

/** Where it lies in the repository, which GitHub writes into its first tag: `.github/README.md`. */
function pathIn(html: string): string {
  return /^\s*<div[^>]*\sdata-path="([^"]*)"/.exec(html)?.[1] || 'README.md'
}
