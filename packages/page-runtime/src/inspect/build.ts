import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HeaderRule } from './header-rules.ts'

/** What a page became in a build. */
export type Built = { runtime: 'nodejs' | 'edge' | 'static'; maxDuration: number | undefined }

/** What a build says of its pages. */
export type Build = {
  pages: Map<string, Built>
  rules: HeaderRule[]
  basePath: string
  pageExtensions: string[] | undefined
}

type Pages = Record<string, string>
type Middleware = { functions?: Record<string, unknown> }
type Functions = { functions?: Record<string, { maxDuration?: number }> }
type Routes = { basePath?: string; headers?: HeaderRule[] }
type Server = { config?: { pageExtensions?: string[] } }

/**
 * Reads the manifests of a build.
 * @param folder is the build's: `distDir`, `.next` by default.
 * @throws Error where there is no build.
 */
export function readBuild(folder: string): Build {
  if (!existsSync(join(folder, 'BUILD_ID'))) {
    throw new Error(`No build in ${folder}: run next build first`)
  }
  const pages = read<Pages>(folder, 'server/pages-manifest.json', {})
  const edge = read<Middleware>(folder, 'server/middleware-manifest.json', {}).functions ?? {}
  const functions = read<Functions>(folder, 'server/functions-config-manifest.json', {}).functions
  const { headers = [], basePath = '' } = read<Routes>(folder, 'routes-manifest.json', {})

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
    pageExtensions: read<Server>(folder, 'required-server-files.json', {}).config?.pageExtensions,
  }
}

function read<Manifest>(folder: string, name: string, missing: Manifest): Manifest {
  const path = join(folder, name)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : missing
}
