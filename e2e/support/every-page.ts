import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// A page with another parameter needs an example of it here.
const examples: Record<string, string> = {
  owner: 'acme',
  repo: 'rocket',
  chapter: 'run-it',
}

// What is no page for people: routes, files, and the probes that answer as they are asked.
const notForPeople = /^\/(_|api\/|learn\/runtime\/probe\/)|\.(txt|xml)$/

/** An address of every page in a folder that Next has built. */
export function pagesOf(build: string): string[] {
  const manifest = readFileSync(join(build, 'server/pages-manifest.json'), 'utf8')
  return Object.keys(JSON.parse(manifest))
    .filter((route) => !notForPeople.test(route))
    .map((route) => route.replace(/\[(\w+)\]/g, (_, name: string) => exampleOf(name, route)))
    .sort()
}

function exampleOf(name: string, route: string): string {
  const example = examples[name]
  if (example === undefined) throw new Error(`${route}: no example of "${name}" to visit it by`)
  return example
}
