import { z } from 'zod'
import type { Dated, Read } from '../reader.ts'

/** How many pull requests are open; the repository itself counts them among its issues. */
export async function openPulls(read: Read, owner: string, repo: string): Promise<Dated<number>> {
  const { dated, pages } = await read({
    route: 'GET /repos/{owner}/{repo}/pulls',
    // With one on a page, the last page's number is how many there are.
    params: { owner, repo, state: 'open', per_page: 1 },
    shape: z.array(z.unknown()).transform(({ length }) => length),
    optional: true,
  })
  return { ...dated, data: pages.last ?? dated.data }
}
