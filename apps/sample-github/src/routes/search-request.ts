import type { SampleContext } from '../context.ts'
import { type Page, pageFrom } from '../paging.ts'
import { Refusal } from '../refusal.ts'

/** GitHub finds more than it shows. */
export const mostResults = 1_000
const longestQuery = 256

const documentation = 'https://docs.github.com/v3/search/'

/** The text that is searched for, or GitHub's refusal. */
export function searchText(c: SampleContext): string {
  const text = c.req.query('q') ?? ''
  if (text.trim() === '') throw invalidSearch({ code: 'missing' })
  if (text.length > longestQuery) {
    throw invalidSearch({
      code: 'invalid',
      message: `The search is longer than ${longestQuery} characters.`,
    })
  }
  return text
}

/** The page of results that is asked for, unless it lies beyond what GitHub shows. */
export function searchPage(c: SampleContext): Page {
  const page = pageFrom(c)
  if ((page.number - 1) * page.size < mostResults) return page
  throw new Refusal(422, {
    message: 'Only the first 1000 search results are available',
    documentation_url: documentation,
    status: '422',
  })
}

export function invalidSearch(error: { code: string; message?: string }): Refusal {
  return new Refusal(422, {
    message: 'Validation Failed',
    errors: [{ ...error, resource: 'Search', field: 'q' }],
    documentation_url: documentation,
    status: '422',
  })
}
