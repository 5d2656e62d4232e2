import { chmodSync, existsSync } from 'node:fs'
import { nginxArguments, writeCacheConfig } from './cache-config.ts'
import { exitWithError, findProgram, fromRoot, type Program, readPort } from './programs.ts'
import { createTemporaryFolder } from './repository-copy.ts'

const next = 'node_modules/next/dist/bin/next'
const dashboard = 'apps/dashboard'

/** The port of the dashboard. */
export function dashboardPort(): number {
  return readPort('PORT', 3000)
}

/** The sample GitHub; `.env.development` reads its port from the same variable. */
export function sampleGitHub(): Program {
  const portVariable = 'SAMPLE_GITHUB_PORT'
  return {
    folder: 'apps/sample-github',
    args: ['--import', 'tsx', 'src/main.ts'],
    port: readPort(portVariable, 4001),
    portVariable,
  }
}

/** The development server of the dashboard, reachable from this machine only. */
export function developmentDashboard(): Program {
  const port = dashboardPort()
  const args = [next, 'dev', '-H', 'localhost', '-p', String(port)]
  return { folder: dashboard, args, port, portVariable: 'PORT' }
}

/** The production build of the dashboard. Exits with an error line if there is none. */
export function productionDashboard(env: Record<string, string> = {}): Program {
  if (!existsSync(fromRoot(`${dashboard}/.next/BUILD_ID`))) {
    exitWithError('There is no production build. Run `pnpm build` first')
  }
  const port = dashboardPort()
  const args = [next, 'start', '-p', String(port)]
  return { folder: dashboard, args, port, portVariable: 'PORT', env }
}

/** The shared caches that `pnpm preview` can start: their executables and arguments. */
const sharedCaches = {
  nginx: {
    program: 'nginx',
    file: 'nginx.conf',
    args: ({ folder, config }) => ['-p', folder, '-c', config, ...nginxArguments],
  },
  varnish: {
    program: 'varnishd',
    file: 'varnish.vcl',
    args: ({ folder, config, port, purgePort }) => [
      ...['-F', '-n', folder, '-f', config],
      ...['-a', `:${port}`, '-a', `purge=127.0.0.1:${purgePort}`],
    ],
  },
} as const satisfies Record<
  string,
  {
    program: string
    file: string
    args: (paths: { folder: string; config: string; port: number; purgePort: number }) => string[]
  }
>

/** The port at which Varnish accepts purges. */
function purgePort(): number {
  return readPort('CACHE_PURGE_PORT', 8081)
}

/** The port of the shared cache. */
function cachePort(): number {
  return readPort('CACHE_PORT', 8080)
}

/** What the dashboard has to know about the shared cache in front of it. */
export function sharedCacheEnv(name: SharedCacheName): Record<string, string> {
  return {
    SHARED_CACHE: name,
    // Visitors use the address of the cache.
    SITE_URL: `http://localhost:${cachePort()}`,
    ...(name === 'varnish' && { VARNISH_PURGE_URL: `http://127.0.0.1:${purgePort()}` }),
  }
}

type SharedCacheName = keyof typeof sharedCaches

/** Checks the name of a shared cache. Exits with an error line if it is unknown. */
export function parseCacheName(name: string): SharedCacheName {
  if (isCacheName(name)) return name
  const known = Object.keys(sharedCaches).join(' or ')
  return exitWithError(`Unknown cache "${name}". Use ${known}`)
}

function isCacheName(name: string): name is SharedCacheName {
  return Object.hasOwn(sharedCaches, name)
}

/**
 * A shared cache in front of the dashboard, with its configuration from `deploy/`. Exits with
 * an error line if the cache is not installed.
 */
export function sharedCache(name: SharedCacheName): Program {
  const { program, file, args } = sharedCaches[name]
  const command = findProgram(program)
  if (!command) exitWithError(`${name} is not installed. On Debian: apt-get install ${name}`)
  const portVariable = 'CACHE_PORT'
  const port = cachePort()

  const folder = createTemporaryFolder(name)
  // A cache that root starts runs as its own user, which needs access to its folder.
  chmodSync(folder, 0o755)
  const options = { listen: String(port), origins: [dashboardPort()] }
  const config = writeCacheConfig(folder, file, options)
  return {
    folder: '.',
    command,
    args: args({ folder, config, port, purgePort: purgePort() }),
    port,
    portVariable,
  }
}
