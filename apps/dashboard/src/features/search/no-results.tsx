import Link from 'next/link'
import { type SearchRequest, searchPath } from './search-request.ts'

/** Says why a search found no repositories, and links to wider searches. */
export function NoResults({ search }: { search: SearchRequest }) {
  const { q, filters } = search
  const isQualifier = /[:"]/
  const words = q
    .split(/\s+/)
    .filter((word) => !isQualifier.test(word))
    .join(' ')
  const isFiltered = Object.keys(filters).length > 0
  return (
    <p>
      No repository on GitHub matches {isFiltered ? 'this with all filters' : 'this'}.{' '}
      {isFiltered && (
        <Link
          href={searchPath(search, { language: undefined, archived: undefined, fork: undefined })}
        >
          Clear filters
        </Link>
      )}{' '}
      {words !== q && words !== '' && (
        <Link href={searchPath(search, { q: words })}>Search for “{words}” without qualifiers</Link>
      )}
      {!isFiltered && words === q && 'Check the spelling, or use fewer words.'}
    </p>
  )
}
