import { z } from 'zod'
import type { Read, Snapshot } from './read.ts'

/** How many pull requests are open; the repository itself counts them among its issues. */
export async function countOpenPulls(
  read: Read,
  owner: string,
  repo: string,
): Promise<Snapshot<number>> {
  const { snapshot, pages } = await read({
    route: 'GET /repos/{owner}/{repo}/pulls',
    // With one on a page, the last page's number is how many there are.
    params: { owner, repo, state: 'open', per_page: 1 },
    schema: z.array(z.unknown()).transform(({ length }) => length),
    isOptional: true,
  })
  return { ...snapshot, data: pages.last ?? snapshot.data }
}
