import { z } from 'zod'
import { type Dated, type Read, slowly } from '../reader.ts'

/** A README as GitHub's HTML, which is not safe to show as it is; its links are relative to `path`. */
export type Readme = { html: string; path: string }

// More than a page shows of it.
const longest = 60_000

const shape = z
  .string()
  .min(1)
  .transform((html) => ({ html: html.slice(0, longest), path: pathIn(html) }))

/** The README; null where there is none. */
export async function readme(
  read: Read,
  owner: string,
  repo: string,
): Promise<Dated<Readme | null>> {
  const { dated } = await read({
    route: 'GET /repos/{owner}/{repo}/readme',
    params: { owner, repo },
    format: 'html',
    shape,
    optional: true,
    keep: slowly,
    whenNotFound: null,
  })
  return dated
}

/** Where it lies in the repository, which GitHub writes into its first tag: `.github/README.md`. */
function pathIn(html: string): string {
  return /^\s*<div[^>]*\sdata-path="([^"]*)"/.exec(html)?.[1] || 'README.md'
}
