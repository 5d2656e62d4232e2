import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { pageRuntime } from './command.ts'

/** A project of these files, until the test ends. */
export function project(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'page-runtime-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** What the command says of one page's source, before a build. */
export function toldOf(source: string, file = 'pages/a.tsx') {
  return pageRuntime([project({ [file]: source }), '--sources'])
}

type Manifests = {
  edge?: string[]
  durations?: Record<string, number>
  headers?: object[]
}

/** The manifests of a build in which these routes run on the edge and these have durations. */
export function buildOf(
  routes: readonly string[],
  { edge = [], durations = {}, headers = [] }: Manifests = {},
): Record<string, string> {
  const pages = routes.map((route) => [route, `pages${route}.js`])
  const functions = Object.entries(durations).map(([route, maxDuration]) => [
    route,
    { maxDuration },
  ])
  const manifests = {
    'server/pages-manifest.json': Object.fromEntries(pages),
    'server/middleware-manifest.json': {
      functions: Object.fromEntries(edge.map((route) => [route, { page: route }])),
    },
    'server/functions-config-manifest.json': { functions: Object.fromEntries(functions) },
    'routes-manifest.json': { basePath: '', headers },
  }
  return {
    '.next/BUILD_ID': 'test',
    ...Object.fromEntries(
      Object.entries(manifests).map(([name, value]) => [`.next/${name}`, JSON.stringify(value)]),
    ),
  }
}
