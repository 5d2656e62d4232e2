/** The name of the file with a page's source, in `public/page-source`, by the page's route. */
export function sourceName(route: string): string {
  const name = route.slice(1).replace(/[[\]]/g, '').replaceAll('/', '.')
  return `${name || 'index'}.json`
}
