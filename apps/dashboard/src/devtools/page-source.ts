/** The source file of a page, as the inspector shows it. */
export type PageSource = {
  /** Path from the root of the repository. */
  path: string
  /** The code, with a class for each token, and the part that runs on the server in a `mark`. */
  html: string
  /** URL of the file; null if the URL of the repository is unknown. */
  href: string | null
}

/** Returns the name of the file in `public/page-source` that contains the source of a route. */
export function sourceFileName(route: string): string {
  const name = route.slice(1).replace(/[[\]]/g, '').replaceAll('/', '.')
  return `${name || 'index'}.json`
}
