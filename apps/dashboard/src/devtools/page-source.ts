/** A page's own file, as the drawer shows it. */
export type PageSource = {
  /** From the root of the repository. */
  path: string
  code: string
  /** The same on GitHub; null where the build does not know the repository. */
  href: string | null
}

/** The name of the file with a page's source, in `public/page-source`, by the page's route. */
export function sourceName(route: string): string {
  const name = route.slice(1).replace(/[[\]]/g, '').replaceAll('/', '.')
  return `${name || 'index'}.json`
}
