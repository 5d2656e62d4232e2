import type { SampleContext } from '../http/context.ts'
import { type PageQuery, parsePage } from '../http/paging.ts'
import { ThrownResponse } from '../http/thrown-response.ts'

/** GitHub returns only the first results of a search. */
export const MAX_RESULTS = 1_000
const MAX_QUERY_LENGTH = 256
const MAX_OPERATORS = 5

const documentation = 'https://docs.github.com/v3/search/'

/** The query `q`; throws GitHub's error if it is missing, too long or too complex. */
export function requireQuery(c: SampleContext): string {
  const text = c.req.query('q') ?? ''
  if (text.trim() === '') throw invalidQuery({ code: 'missing' })
  if (text.length > MAX_QUERY_LENGTH) {
    throw invalidQuery({
      code: 'invalid',
      message: `The search is longer than ${MAX_QUERY_LENGTH} characters.`,
    })
  }
  if ((text.match(/(?<=^|\s)(?:AND|OR|NOT)(?=\s|$)/g) ?? []).length > MAX_OPERATORS) {
    throw invalidQuery({
      code: 'invalid',
      message: 'More than five AND / OR / NOT operators were used.',
    })
  }
  return text
}

/** The requested page; throws GitHub's error if it is beyond the first results. */
export function requireResultPage(c: SampleContext): PageQuery {
  const page = parsePage(c)
  if ((page.number - 1) * page.size < MAX_RESULTS) return page
  throw new ThrownResponse(422, {
    message: 'Only the first 1000 search results are available',
    documentation_url: documentation,
    status: '422',
  })
}

export function invalidQuery(error: { code: string; message?: string }): ThrownResponse {
  return new ThrownResponse(422, {
    message: 'Validation Failed',
    errors: [{ ...error, resource: 'Search', field: 'q' }],
    documentation_url: documentation,
    status: '422',
  })
}
