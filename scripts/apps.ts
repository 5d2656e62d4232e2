import { chmodSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atRoot, type Program, portFrom, programPath, stop } from './programs.ts'

const next = 'node_modules/next/dist/bin/next'
const dashboard = 'apps/dashboard'

/** The sample GitHub, on the address that `.env.development` names. */
export const sampleGitHub: Program = {
  folder: 'apps/sample-github',
  args: ['--import', 'tsx', 'src/main.ts'],
  port: 4001,
}

/** The dashboard as it is developed: on this machine only, made anew with every change. */
export function developedDashboard(): Program {
  const port = portFrom('PORT', 3000)
  return { folder: dashboard, args: [next, 'dev', '-H', 'localhost', '-p', String(port)], port }
}

/** The dashboard as it was built. */
export function builtDashboard(env: Record<string, string> = {}): Program {
  if (!existsSync(atRoot(`${dashboard}/.next/BUILD_ID`))) {
    stop('There is no production build yet: run `pnpm build` first')
  }
  const port = portFrom('PORT', 3000)
  return { folder: dashboard, args: [next, 'start', '-p', String(port)], port, env }
}

type Cache = { program: string; args: (folder: string) => string[] }

const caches: Record<string, Cache> = {
  nginx: {
    program: 'nginx',
    args: (folder) => ['-p', folder, '-c', atRoot('e2e/caches/nginx.conf')],
  },
  varnish: {
    program: 'varnishd',
    args: (folder) => ['-F', '-n', folder, '-f', atRoot('e2e/caches/varnish.vcl'), '-a', ':8080'],
  },
}

/** A shared cache on port 8080, as its configuration in `e2e/caches/` has it. */
export function cacheInFront(name: string): Program {
  const cache = caches[name]
  if (!cache) stop(`Behind which cache? ${Object.keys(caches).join(' or ')}, not "${name}"`)
  const command = programPath(cache.program)
  if (!command) stop(`${name} is not installed. On Debian: apt-get install ${name}`)
  // Started by root, a cache works as a user of its own, which must reach its folder.
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  chmodSync(folder, 0o755)
  return { folder: '.', command, args: cache.args(folder), port: 8080 }
}
