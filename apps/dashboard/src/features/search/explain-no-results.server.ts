import { readEnv } from '#server/process/env.ts'
import type { NoResultsProps } from './no-results.tsx'
import { type SearchRequest, searchPath } from './search-request.ts'

// Keeps the HTML below the limit of components that are loaded on demand.
const MAX_LINKS_LENGTH = 340
const MARKUP_LENGTH = 40

/** Explains a search without results, and lists wider searches: here, and last at GitHub. */
export function explainNoResults(search: SearchRequest): NoResultsProps {
  const { q, filters } = search
  const hasFilters = Object.keys(filters).length > 0
  const words = q.split(/\s+/).filter((word) => !/[:"]/.test(word))
  const plain = words.join(' ')
  const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? ''

  const links: NoResultsProps['links'] = []
  const add = (label: string, href: string) => links.push([label, href])
  if (hasFilters && q !== '') add('Clear filters', searchPath({ ...search, filters: {} }))
  if (plain !== q && plain !== '') {
    add(`Search for “${plain}” alone`, searchPath({ ...search, filters: {} }, { q: plain }))
  } else if (words.length > 1) {
    add(`Search for “${longest}” alone`, searchPath(search, { q: longest }))
  }
  if (!filters.fork) add('Include forks', searchPath(search, { fork: 'yes' }))
  add('Search on GitHub', githubSearchUrl(search.githubQuery))
  return {
    text: hasFilters
      ? 'No repository matches this with the filters above. Remove a filter.'
      : `No repository matches this. Check the spelling${words.length > 1 ? ', or use fewer words' : ''}.`,
    links: withinLimit(links),
  }
}

function githubSearchUrl(q: string): string {
  return `${readEnv().githubUrl}/search?${new URLSearchParams({ q, type: 'repositories' })}`
}

/** Leaves out links that would be too long together. */
function withinLimit(links: NoResultsProps['links']): NoResultsProps['links'] {
  let rest = MAX_LINKS_LENGTH
  return links.filter(([label, href]) => {
    const html = (label + href).replace(/[&<>"']/g, '&quot;')
    const length = Buffer.byteLength(html) + MARKUP_LENGTH
    if (length > rest) return false
    rest -= length
    return true
  })
}
