import type { SampleContext } from '../http/context.ts'
import { type Page, parsePage } from '../http/paging.ts'
import { ThrownResponse } from '../http/thrown-response.ts'

/** GitHub finds more than it shows. */
export const MAX_RESULTS = 1_000
const MAX_QUERY_LENGTH = 256

const documentation = 'https://docs.github.com/v3/search/'

/** The text that is searched for, or GitHub's refusal. */
export function requireQuery(c: SampleContext): string {
  const text = c.req.query('q') ?? ''
  if (text.trim() === '') throw invalidQuery({ code: 'missing' })
  if (text.length > MAX_QUERY_LENGTH) {
    throw invalidQuery({
      code: 'invalid',
      message: `The search is longer than ${MAX_QUERY_LENGTH} characters.`,
    })
  }
  return text
}

/** The page of results that is asked for, unless it lies beyond what GitHub shows. */
export function requireResultPage(c: SampleContext): Page {
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
