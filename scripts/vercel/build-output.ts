import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { inspectSources, type PageRow } from '@repo/page-runtime/inspect'

/** What `vercel build` wrote (https://vercel.com/docs/build-output-api), and the sources it is of. */
export type BuildOutput = ReturnType<typeof readBuildOutput>

/** A rule of `config.json`; those before `handle` apply to every request. */
export type Route = {
  src?: string
  handle?: string
  continue?: boolean
  headers?: Record<string, string>
}

/** A function: its folder, and how Vercel is told to run it. */
export type BuiltFunction = {
  folder: string
  settings: {
    runtime: string
    /** Seconds. */
    maxDuration?: number
    /** Files of the repository that it takes along, by their place in the function. */
    filePathMap?: Record<string, string>
  }
}

/** A page or API route with what its source asks for, and whether the build made a file of it. */
export type Page = Pick<PageRow, 'route' | 'runtime' | 'maxDuration'> & { isStatic: boolean }

/** Reads the Build Output of a copy of the repository. */
export function readBuildOutput(copy: string) {
  const folder = join(copy, '.vercel/output')
  const config: { routes: Route[] } = json(join(folder, 'config.json'))
  return {
    copy,
    folder,
    routes: config.routes,
    pages: pagesOf(copy),
    staticFiles: filesBelow(join(folder, 'static')),
    /** The function of a route, behind the symlink by which pages share one; undefined for none. */
    functionOf(route: string): BuiltFunction | undefined {
      const path = join(folder, 'functions', `${route === '/' ? 'index' : route}.func`)
      if (!existsSync(path)) return undefined
      const real = realpathSync(path)
      return { folder: real, settings: json(join(real, '.vc-config.json')) }
    },
  }
}

function pagesOf(copy: string): Page[] {
  const app = join(copy, 'apps/dashboard')
  const manifest: Record<string, string> = json(join(app, '.next/server/pages-manifest.json'))
  return inspectSources(app).pages.map(({ route, runtime, maxDuration }) => ({
    route,
    runtime,
    maxDuration,
    isStatic: manifest[route]?.endsWith('.html') ?? false,
  }))
}

/** The headers by which the configuration answers a path, before any function speaks; the last wins. */
export function headersOf(routes: readonly Route[], path: string): Record<string, string> {
  const first = routes.slice(
    0,
    routes.findIndex(({ handle }) => handle === 'filesystem'),
  )
  const entries = first
    .filter(({ src, headers }) => headers && src !== undefined && new RegExp(src).test(path))
    .flatMap(({ headers = {} }) => Object.entries(headers))
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]))
}

/** Paths of all files below a folder, relative to it; what a symlink leads to is not looked at twice. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => lstatSync(path).isFile())
    .map((path) => relative(folder, path))
}

function json<Shape>(path: string): Shape {
  return JSON.parse(readFileSync(path, 'utf8'))
}
