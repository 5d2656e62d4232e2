import { z } from 'zod'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** A README as GitHub's HTML: sanitize before rendering. Its links are relative to `path`. */
export type Readme = { html: string; path: string }

// Pages show less.
const MAX_HTML_LENGTH = 60_000

const schema = z
  .string()
  .min(1)
  .transform((html) => ({ html: html.slice(0, MAX_HTML_LENGTH), path: pathFromHtml(html) }))

/** Gets the README; null if there is none. */
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

/** Returns the path of the file, such as `.github/README.md`, from an attribute of the first tag. */
function pathFromHtml(html: string): string {
  return /^\s*<div[^>]*\sdata-path="([^"]*)"/.exec(html)?.[1] || 'README.md'
}
