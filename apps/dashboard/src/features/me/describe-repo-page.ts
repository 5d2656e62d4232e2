type PageNumber = {
  items: readonly unknown[]
  page: number
  hasNext: boolean
  lastPage: number | null
}

/** Describes a page of repositories: `Page 2 of 5`, or `7 repositories` if it is the only one. */
export function describeRepoPage({ items, page, hasNext, lastPage }: PageNumber): string {
  if (page === 1 && !hasNext) {
    return `${items.length} ${items.length === 1 ? 'repository' : 'repositories'}`
  }
  return lastPage === null ? `Page ${page}` : `Page ${page} of ${lastPage}`
}
