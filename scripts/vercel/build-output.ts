import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { inspectSources, type PageRow } from '@repo/page-runtime/inspect'
import type { Route } from './route-request.ts'

/** The output of `vercel build` (https://vercel.com/docs/build-output-api) and its sources. */
export type BuildOutput = ReturnType<typeof readBuildOutput>

/** A function: its folder and its configuration. */
export type BuiltFunction = {
  folder: string
  settings: {
    runtime: string
    /** The file of a Node.js function that exports the handler. */
    handler?: string
    /** Whether the handler has a Request and a Response, as middleware has. */
    useWebApi?: boolean
    /** The file of an edge function. */
    entrypoint?: string
    environment?: Record<string, string>
    /** Seconds. */
    maxDuration?: number
    /** Files of the repository that it includes, by their path in the function. */
    filePathMap?: Record<string, string>
  }
}

/** The configuration of a response that is cached until it is revalidated. */
export type Prerender = {
  /** The file with the response of the build. */
  fallback: { fsPath: string } | null
  initialStatus?: number
  initialHeaders?: Record<string, string>
  allowQuery?: string[]
  allowHeader?: string[]
}

/** A page or API route with the configuration in its source, and whether it is a static file. */
export type Page = Pick<PageRow, 'route' | 'runtime' | 'maxDuration'> & { isStatic: boolean }

type Config = {
  routes: Route[]
  /** Changes the path or the type of static files, by their path. */
  overrides?: Record<string, { path?: string; contentType?: string }>
}

/** Reads the Build Output of a copy of the repository. */
export function readBuildOutput(copy: string, folder = join(copy, '.vercel/output')) {
  const config: Config = readJson(join(folder, 'config.json'))
  return {
    copy,
    folder,
    routes: config.routes,
    overrides: config.overrides ?? {},
    pages: readPages(copy),
    staticFiles: listFilesIn(join(folder, 'static')),
    /** The function of a route, or undefined. Routes share functions by symlinks. */
    functionOf(route: string): BuiltFunction | undefined {
      const path = `${functionPath(folder, route)}.func`
      if (!existsSync(path)) return undefined
      const real = realpathSync(path)
      return { folder: real, settings: readJson(join(real, '.vc-config.json')) }
    },
    /** The configuration of a route that is cached, or undefined. */
    prerenderOf(route: string): Prerender | undefined {
      const path = `${functionPath(folder, route)}.prerender-config.json`
      return existsSync(path) ? readJson(path) : undefined
    },
  }
}

/** The path of a function's files, without their extension. */
export function functionPath(folder: string, route: string): string {
  return join(folder, 'functions', route === '/' ? 'index' : route)
}

function readPages(copy: string): Page[] {
  const app = join(copy, 'apps/dashboard')
  const manifest: Record<string, string> = readJson(join(app, '.next/server/pages-manifest.json'))
  return inspectSources(app).pages.map(({ route, runtime, maxDuration }) => ({
    route,
    runtime,
    maxDuration,
    isStatic: manifest[route]?.endsWith('.html') ?? false,
  }))
}

/** The headers that the configuration adds to a path before a function runs; the last rule wins. */
export function configuredHeaders(routes: readonly Route[], path: string): Record<string, string> {
  const first = routes.slice(
    0,
    routes.findIndex(({ handle }) => handle === 'filesystem'),
  )
  const entries = first
    .filter(({ src, headers }) => headers && src !== undefined && new RegExp(src).test(path))
    .flatMap(({ headers = {} }) => Object.entries(headers))
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]))
}

/** Paths of all files in a folder, relative to it; symlinks are not followed. */
export function listFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => lstatSync(path).isFile())
    .map((path) => relative(folder, path))
}

function readJson<Shape>(path: string): Shape {
  return JSON.parse(readFileSync(path, 'utf8'))
}
