import { z } from 'zod'
import { avatar, requiredText, text } from './fields.ts'
import { type SearchPage, searchResponse, toSearchPage } from './pagination.ts'
import { type Read, SLOW_TTL, type Snapshot } from './read.ts'

/** A user or an organization, as a search returns it. */
export type OwnerSummary = z.output<typeof ownerSummary>

/** The best matches of a search for owners. */
export type OwnerSearchResults = SearchPage<OwnerSummary>

const MAX_OWNERS = 4

const ownerSummary = z
  .object({ login: requiredText, type: text, avatar_url: avatar })
  .transform((body) => ({
    login: body.login,
    isOrganization: body.type === 'Organization',
    avatarUrl: body.avatar_url,
  }))

const schema = searchResponse(ownerSummary)

/**
 * Searches users and organizations by login, name and public email; returns the first four. Accounts
 * and what GitHub matches of them are public.
 */
export async function searchOwners(
  read: Read,
  { q }: { q: string },
): Promise<Snapshot<OwnerSearchResults>> {
  const { snapshot } = await read({
    // In `params` alone, Octokit does not encode a plus sign, which GitHub reads as a space.
    route: 'GET /search/users{?q}',
    params: { q, per_page: MAX_OWNERS },
    // Without a token there are ten searches a minute, and the repositories need them.
    isOptional: true,
    schema,
    ttl: SLOW_TTL,
  })
  return toSearchPage(snapshot, 1)
}
