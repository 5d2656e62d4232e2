import type { ParsedUrlQuery } from 'node:querystring'
import { isOwnerName, MAX_SEARCH_PAGE } from '@repo/github'
import { inboxSections } from '#components/inbox/section-names.ts'
import { getSearchParam, parsePage, parseSort } from '#components/list-query.ts'
import { type InboxRequest, inboxSorts } from './inbox-request.ts'

// Labels and logins on GitHub are shorter; it accepts queries of up to 256 characters.
const MAX_NAME_LENGTH = 60
const MAX_QUERY_LENGTH = 300

/** Parses the query of the inbox's URL; `isOwnerValid` is false for an impossible login. */
export function parseInboxRequest(query: ParsedUrlQuery): {
  request: InboxRequest
  isOwnerValid: boolean
} {
  const owner = parseText(query, 'owner')?.replace(/^@(?!me$)/, '')
  const label = parseText(query, 'label')?.replace(/["\\]/g, '')
  const edited = parseText(query, 'edit', MAX_QUERY_LENGTH)
  const queries = [query.q ?? []]
    .flat()
    .map((text) => text.trim().slice(0, MAX_QUERY_LENGTH))
    .filter((text) => text !== '' && text !== edited)
  const section = getSearchParam(query, 'section')
  const known = inboxSections.find(({ id }) => id === section)?.id
  const hasOwn = section === 'query' && queries.length > 0
  const shown = hasOwn ? 'query' : known
  return {
    request: {
      ...(owner && owner !== '@me' && { owner }),
      ...(label && { label }),
      sort: parseSort(query, inboxSorts),
      hasBots: getSearchParam(query, 'bots') === 'in',
      isGrouped: getSearchParam(query, 'group') === 'repo',
      ...(shown && { section: shown }),
      page: shown ? parsePage(query, MAX_SEARCH_PAGE) : 1,
      queries: [...new Set(queries)],
      ...(edited && { edited }),
    },
    isOwnerValid: !owner || owner === '@me' || isOwnerName(owner),
  }
}

function parseText(
  query: ParsedUrlQuery,
  name: string,
  maxLength = MAX_NAME_LENGTH,
): string | undefined {
  return getSearchParam(query, name)?.trim().slice(0, maxLength)
}
