import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// A page with another parameter needs an example of it here.
const examples: Record<string, string> = { owner: 'acme', repo: 'rocket' }

const manifest = join(import.meta.dirname, '../../apps/dashboard/.next/server/pages-manifest.json')
const routes = Object.keys(JSON.parse(readFileSync(manifest, 'utf8')))

/** An address of every page that was built. */
export const everyPage = routes
  .filter((route) => !/^\/(_|api\/)/.test(route))
  .map((route) => route.replace(/\[(\w+)\]/g, (_, name: string) => exampleOf(name, route)))
  .sort()

function exampleOf(name: string, route: string): string {
  const example = examples[name]
  if (example === undefined) throw new Error(`${route}: no example of "${name}" to visit it by`)
  return example
}
