import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCommand } from './command.ts'

/** Creates a project that lives until the test ends. */
export function createProject(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'page-runtime-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** Runs the command on a page's source, before a build. */
export function runOnSource(source: string, file = 'pages/a.tsx') {
  return runCommand([createProject({ [file]: source }), '--sources'])
}

type Manifests = {
  edge?: string[]
  durations?: Record<string, number>
  headers?: object[]
}

/** The manifests of a build, by path. `durations` are in seconds. */
export function buildFiles(
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
