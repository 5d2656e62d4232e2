import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HeaderRule } from './header-rules.ts'

/** A page in a build; `maxDuration` is in seconds. */
export type BuiltPage = { runtime: 'nodejs' | 'edge' | 'static'; maxDuration: number | undefined }

/** The manifests of a build. */
export type Build = {
  pages: Map<string, BuiltPage>
  rules: HeaderRule[]
  basePath: string
  pageExtensions: string[] | undefined
}

type PagesManifest = Record<string, string>
type MiddlewareManifest = { functions?: Record<string, unknown> }
type FunctionsManifest = { functions?: Record<string, { maxDuration?: number }> }
type RoutesManifest = { basePath?: string; headers?: HeaderRule[] }
type RequiredServerFiles = { config?: { pageExtensions?: string[] } }

/**
 * Reads the manifests of a build.
 * @param folder the build's folder (`distDir`).
 * @throws Error if there is no build.
 */
export function readBuild(folder: string): Build {
  if (!existsSync(join(folder, 'BUILD_ID'))) {
    throw new Error(`No build in ${folder}: run next build first`)
  }
  const pages = readManifest<PagesManifest>(folder, 'server/pages-manifest.json', {})
  const edge =
    readManifest<MiddlewareManifest>(folder, 'server/middleware-manifest.json', {}).functions ?? {}
  const functions = readManifest<FunctionsManifest>(
    folder,
    'server/functions-config-manifest.json',
    {},
  ).functions
  const { headers = [], basePath = '' } = readManifest<RoutesManifest>(
    folder,
    'routes-manifest.json',
    {},
  )

  return {
    pages: new Map(
      Object.entries({ ...pages, ...edge }).map(([route, file]) => {
        const isStatic = typeof file === 'string' && file.endsWith('.html')
        const runtime = route in edge ? 'edge' : isStatic ? 'static' : 'nodejs'
        return [route, { runtime, maxDuration: functions?.[route]?.maxDuration }]
      }),
    ),
    rules: headers,
    basePath,
    pageExtensions: readManifest<RequiredServerFiles>(folder, 'required-server-files.json', {})
      .config?.pageExtensions,
  }
}

function readManifest<Manifest>(folder: string, name: string, fallback: Manifest): Manifest {
  const path = join(folder, name)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : fallback
}
