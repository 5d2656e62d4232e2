import { lstatSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { atRoot } from '../programs.ts'
import { canary } from './build-copy.ts'
import { type BuildOutput, type BuiltFunction, filesBelow, headersOf } from './build-output.ts'

/** What must be true of the Build Output: each gives the problems that it finds. */
export const checks: Record<string, (output: BuildOutput) => string[]> = {
  'every page has become a function or a static file': pagesWithoutOutput,
  'every function has the runtime and the duration that its page asks for': otherRuntimes,
  'the configuration gives every answer its security headers': missingSecurityHeaders,
  'the configuration keeps what says nothing of its own out of caches': otherCacheHeaders,
  'hashed files are kept for ever': changeableFiles,
  'no secret of the build is in its output': (output) => filesWith(output, [canary]),
  'no sample data is in the output': (output) => [
    ...filesWith(output, sampleSentences()),
    ...tracedFiles(output).filter((path) => /^(apps\/sample-github|e2e|docs)\//.test(path)),
  ],
  'functions are small': largeFunctions,
}

/** Bytes of a Node.js function, unpacked; Vercel allows 250 MB, and a small one starts sooner. */
const nodeBudget = 25_000_000

/** Bytes of an edge function, compressed; Vercel allows 1 MB on its smallest plan. */
const edgeBudget = 400_000

function pagesWithoutOutput({ pages, functionOf, staticFiles }: BuildOutput): string[] {
  return pages
    .filter(({ route, isStatic }) => {
      const file = `${route.slice(1) || 'index'}.html`
      return !functionOf(route) && !(isStatic && staticFiles.includes(file))
    })
    .map(({ route }) => `${route} has neither`)
}

function otherRuntimes({ pages, functionOf }: BuildOutput): string[] {
  return pages.flatMap(({ route, runtime, maxDuration }) => {
    const settings = functionOf(route)?.settings
    if (!settings) return []
    const expected = runtime === 'edge' ? 'edge' : 'nodejs24.x'
    return [
      ...(settings.runtime === expected ? [] : [`${route} runs on ${settings.runtime}`]),
      ...(settings.maxDuration === maxDuration
        ? []
        : [`${route} may take ${settings.maxDuration} seconds, not ${maxDuration}`]),
    ]
  })
}

const everywhere = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
]

const samples = {
  '/': 'private, no-store',
  '/repos/acme/rocket': 'private, no-store',
  '/_next/data/build/repos/acme/rocket.json': 'private, no-store',
  '/api/health': 'private, no-store',
  '/nowhere': 'private, no-store',
  '/theme.js': 'public, max-age=3600',
  '/_next/static/chunks/main.js': undefined,
  '/api/badge/repos/acme/rocket.svg': undefined,
}

function missingSecurityHeaders({ routes }: BuildOutput): string[] {
  return Object.keys(samples).flatMap((path) => {
    const headers = headersOf(routes, path)
    return everywhere.filter((name) => !headers[name]).map((name) => `${path} has no ${name}`)
  })
}

function otherCacheHeaders({ routes }: BuildOutput): string[] {
  return Object.entries(samples).flatMap(([path, expected]) => {
    const found = headersOf(routes, path)['cache-control']
    return found === expected ? [] : [`${path} has ${found}, not ${expected}`]
  })
}

// What Next and Vercel put there beside the files of the application.
const unhashed = ['_next/static/not-found.txt']

function changeableFiles({ routes, staticFiles }: BuildOutput): string[] {
  const immutable = routes
    .filter(({ headers }) => /immutable/.test(headers?.['cache-control'] ?? ''))
    .map(({ src = '' }) => new RegExp(`^${src}$`))
  return staticFiles
    .filter((path) => path.startsWith('_next/static/') && !unhashed.includes(path))
    .filter((path) => !immutable.some((rule) => rule.test(`/${path}`)))
}

function filesWith(output: BuildOutput, traces: readonly string[]): string[] {
  const written = filesBelow(output.folder).map((path) => join('.vercel/output', path))
  const built = tracedFiles(output).filter((path) => path.startsWith('apps/'))
  return [...written, ...built].filter((path) => {
    const content = readFileSync(join(output.copy, path), 'utf8')
    return traces.some((trace) => content.includes(trace))
  })
}

/** Files that functions take from outside of their folders, relative to the repository's root. */
function tracedFiles(output: BuildOutput): string[] {
  const paths = output.pages.flatMap(({ route }) => tracedBy(output, output.functionOf(route)))
  return [...new Set(paths)]
}

// Among them are the symlinks by which pnpm's packages find each other.
function tracedBy({ copy }: BuildOutput, found: BuiltFunction | undefined): string[] {
  const paths = Object.values(found?.settings.filePathMap ?? {})
  return paths.filter((path) => lstatSync(join(copy, path)).isFile())
}

// Descriptions of the sample repositories, which nobody else would write.
function sampleSentences(): string[] {
  const source = readFileSync(atRoot('apps/sample-github/src/data/stories.ts'), 'utf8')
  const sentences = [...source.matchAll(/description: '([^'\\]{30,})'/g)].map(([, text]) => text)
  if (sentences.length < 5) throw new Error('The sample data has other descriptions than expected')
  return sentences.filter((sentence) => sentence !== undefined)
}

function largeFunctions(output: BuildOutput): string[] {
  // Pages share a function where they ask for the same.
  const byFolder = new Map(
    output.pages.flatMap(({ route }) => {
      const found = output.functionOf(route)
      return found ? [[found.folder, { route, found }] as const] : []
    }),
  )
  return [...byFolder.values()].flatMap(({ route, found }) => {
    const isEdge = found.settings.runtime === 'edge'
    const bytes = isEdge ? compressedSize(found) : unpackedSize(output, found)
    const budget = isEdge ? edgeBudget : nodeBudget
    console.log(`     ${route}: ${Math.round(bytes / 1000)} of ${budget / 1000} kB`)
    return bytes > budget ? [`${route} has ${bytes} bytes`] : []
  })
}

function compressedSize({ folder }: BuiltFunction): number {
  return sum(ownFiles(folder).map((path) => gzipSync(readFileSync(path)).length))
}

function unpackedSize(output: BuildOutput, found: BuiltFunction): number {
  const traced = tracedBy(output, found).map((path) => join(output.copy, path))
  return sum([...ownFiles(found.folder), ...traced].map((path) => statSync(path).size))
}

function ownFiles(folder: string): string[] {
  const paths = filesBelow(folder).filter((path) => !path.endsWith('.map'))
  return paths.map((path) => join(folder, path))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
