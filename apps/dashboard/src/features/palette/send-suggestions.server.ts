import { setCacheHeaders } from '@repo/cache-headers'
import type { NextApiRequest, NextApiResponse } from 'next'
import { degradedPage, publicPage } from '#server/cache-policies.ts'
import type { ApiRequest } from '#server/serve-api.ts'
import { toSuggestQuery } from './suggest-query.ts'

/** The names of the repositories that GitHub suggests for a text, best match first. */
export type SuggestResponse = { names: string[] }

const MAX_NAMES = 8

/**
 * Sends the suggestions for a text. They give way to searches: while GitHub's quota is nearly used
 * up, and if GitHub fails, there are none.
 */
export async function sendSuggestions(
  { query }: NextApiRequest,
  res: NextApiResponse,
  { github, panel, isDegraded }: ApiRequest,
): Promise<void> {
  const q = toSuggestQuery(String(query.q ?? ''))
  if (q === undefined) {
    res.status(400).json({ error: 'q must be words, or the start of owner/name' })
    return
  }
  const search = github.searchRepos({ q, sort: 'best-match', page: 1, isOptional: true })
  const found = await panel(search, ({ items }) => items.flatMap(({ fullName }) => fullName ?? []))
  const names = 'data' in found ? found.data.slice(0, MAX_NAMES) : []

  setCacheHeaders(res, isDegraded() ? degradedPage : publicPage)
  res.json({ names } satisfies SuggestResponse)
}
