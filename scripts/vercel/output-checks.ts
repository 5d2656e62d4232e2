import { lstatSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { appPages } from '../../e2e/support/pages.ts'
import { securityHeaders } from '../../e2e/support/security-headers.ts'
import { listVisits, type Visit } from '../deployments/visits.ts'
import { fromRoot } from '../programs.ts'
import { SECRET_CANARY } from './build-copy.ts'
import {
  type BuildOutput,
  type BuiltFunction,
  configuredHeaders,
  listFilesIn,
} from './build-output.ts'

/** Checks of the Build Output by title: each returns the problems that it finds. */
export const outputChecks: Record<string, (output: BuildOutput) => string[]> = {
  'every page is a function or a static file': findPagesWithoutOutput,
  'every function has the runtime and the duration of its page': findWrongRuntimes,
  'the configuration adds the security headers to every response': findMissingSecurityHeaders,
  'the configuration makes responses private and no-store by default': findWrongCacheHeaders,
  'hashed files are immutable': findMutableFiles,
  'the output contains no secret of the build': (output) =>
    findFilesContaining(output, [SECRET_CANARY]),
  'the output contains no sample data': (output) => [
    ...findFilesContaining(output, readSampleDescriptions()),
    ...listTracedFiles(output).filter((path) => /^(apps\/sample-github|e2e|docs)\//.test(path)),
  ],
  'functions are smaller than their limit': findLargeFunctions,
}

/** The uncompressed size of a Node.js function. Vercel allows 250 MB; small functions start sooner. */
const MAX_NODE_BYTES = 25_000_000

/** The gzip size of an edge function. Vercel allows 1 MB on its smallest plan. */
const MAX_EDGE_GZIP_BYTES = 400_000

function findPagesWithoutOutput({ pages, functionOf, staticFiles }: BuildOutput): string[] {
  return pages
    .filter(({ route, isStatic }) => {
      const file = `${route.slice(1) || 'index'}.html`
      return !functionOf(route) && !(isStatic && staticFiles.includes(file))
    })
    .map(({ route }) => `${route} is neither`)
}

function findWrongRuntimes({ pages, functionOf }: BuildOutput): string[] {
  return pages.flatMap(({ route, runtime, maxDuration }) => {
    const settings = functionOf(route)?.settings
    if (!settings) return []
    const expected = runtime === 'edge' ? 'edge' : 'nodejs24.x'
    return [
      ...(settings.runtime === expected ? [] : [`${route} runs on ${settings.runtime}`]),
      ...(settings.maxDuration === maxDuration
        ? []
        : [`${route} has a duration of ${settings.maxDuration} seconds, not ${maxDuration}`]),
    ]
  })
}

function findMissingSecurityHeaders({ routes }: BuildOutput): string[] {
  return listVisits('build').flatMap(({ path }) => {
    const headers = configuredHeaders(routes, pathnameOf(path))
    return Object.keys(securityHeaders)
      .filter((name) => !headers[name])
      .map((name) => `${path} has no ${name}`)
  })
}

// A function that fails before it sets its own header must not be stored.
function findWrongCacheHeaders({ routes }: BuildOutput): string[] {
  return listVisits('build').flatMap((visit) => {
    const found = configuredHeaders(routes, pathnameOf(visit.path))['cache-control']
    const expected = expectedDefault(visit)
    const isExpected = expected === 'public' ? found?.startsWith('public, ') : found === expected
    return isExpected ? [] : [`${visit.path} has ${found}, not ${expected}`]
  })
}

/** Static pages and edge pages have no other header, and Next sets that of the rest. */
function expectedDefault({ path, caching }: Visit): string | undefined {
  if (caching === 'file') return 'public, max-age=3600'
  if (/^\/(_next\/static|api\/badge)\/|\/learn\/when\/./.test(path)) return undefined
  const page = appPages.find((page) => path === page.path || path.endsWith(`${page.path}.json`))
  const isStatic = page && (page.rendering === 'ssg' || page.runtime === 'edge')
  return isStatic && caching === 'public' ? 'public' : 'private, no-store'
}

function pathnameOf(path: string): string {
  return new URL(path, 'http://deployment.test').pathname
}

// Next and Vercel add this file to those of the application.
const UNHASHED_FILES = ['_next/static/not-found.txt']

function findMutableFiles({ routes, staticFiles }: BuildOutput): string[] {
  const immutable = routes
    .filter(({ headers }) => /immutable/.test(headers?.['cache-control'] ?? ''))
    .map(({ src = '' }) => new RegExp(`^${src}$`))
  return staticFiles
    .filter((path) => path.startsWith('_next/static/') && !UNHASHED_FILES.includes(path))
    .filter((path) => !immutable.some((rule) => rule.test(`/${path}`)))
}

function findFilesContaining(output: BuildOutput, texts: readonly string[]): string[] {
  const written = listFilesIn(output.folder).map((path) => join('.vercel/output', path))
  const built = listTracedFiles(output).filter((path) => path.startsWith('apps/'))
  return [...written, ...built].filter((path) => {
    const content = readFileSync(join(output.copy, path), 'utf8')
    return texts.some((text) => content.includes(text))
  })
}

/** Files outside of their folders that functions include, relative to the repository root. */
function listTracedFiles(output: BuildOutput): string[] {
  const paths = output.pages.flatMap(({ route }) =>
    listFilesTracedBy(output, output.functionOf(route)),
  )
  return [...new Set(paths)]
}

// The list also contains symlinks between pnpm's packages.
function listFilesTracedBy({ copy }: BuildOutput, found: BuiltFunction | undefined): string[] {
  const paths = Object.values(found?.settings.filePathMap ?? {})
  return paths.filter((path) => lstatSync(join(copy, path)).isFile())
}

// Descriptions of the sample repositories: unlikely to occur elsewhere.
function readSampleDescriptions(): string[] {
  const source = readFileSync(fromRoot('apps/sample-github/src/data/stories.ts'), 'utf8')
  const descriptions = [...source.matchAll(/description: '([^'\\]{30,})'/g)].map(([, text]) => text)
  if (descriptions.length < 5) throw new Error('Fewer than five descriptions in the sample data')
  return descriptions.filter((text) => text !== undefined)
}

function findLargeFunctions(output: BuildOutput): string[] {
  // Pages with the same configuration share a function.
  const byFolder = new Map(
    output.pages.flatMap(({ route }) => {
      const found = output.functionOf(route)
      return found ? [[found.folder, { route, found }] as const] : []
    }),
  )
  return [...byFolder.values()].flatMap(({ route, found }) => {
    const isEdge = found.settings.runtime === 'edge'
    const bytes = isEdge ? gzipSize(found) : unpackedSize(output, found)
    const budget = isEdge ? MAX_EDGE_GZIP_BYTES : MAX_NODE_BYTES
    console.log(`     ${route}: ${Math.round(bytes / 1000)} of ${budget / 1000} kB`)
    return bytes > budget ? [`${route} has ${bytes} bytes`] : []
  })
}

function gzipSize({ folder }: BuiltFunction): number {
  return sum(listOwnFiles(folder).map((path) => gzipSync(readFileSync(path)).length))
}

function unpackedSize(output: BuildOutput, found: BuiltFunction): number {
  const traced = listFilesTracedBy(output, found).map((path) => join(output.copy, path))
  return sum([...listOwnFiles(found.folder), ...traced].map((path) => statSync(path).size))
}

function listOwnFiles(folder: string): string[] {
  const paths = listFilesIn(folder).filter((path) => !path.endsWith('.map'))
  return paths.map((path) => join(folder, path))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
