import Link from 'next/link'
import { type SearchRequest, searchPath } from './search-request.ts'

// Keeps the HTML below the limit of components that are loaded on demand.
const MAX_PATH_LENGTH = 100

/** Says why a search found no repositories, and links to the search without its qualifiers. */
export function NoResults({ search }: { search: SearchRequest }) {
  const { q, filters } = search
  const isQualifier = /[:"]/
  const words = q
    .split(/\s+/)
    .filter((word) => !isQualifier.test(word))
    .join(' ')
  const isWider = words !== q && words !== ''
  const path = searchPath({ ...search, filters: {} }, { q: words })
  return (
    <p>
      {Object.keys(filters).length > 0
        ? 'No repository matches this with the filters above. Remove a filter.'
        : 'No repository matches this. Check the spelling, or use fewer words.'}
      {isWider && path.length <= MAX_PATH_LENGTH && (
        <span>
          {' '}
          <Link href={path} scroll={false}>
            Search for “{words}” alone
          </Link>
        </span>
      )}
    </p>
  )
}
