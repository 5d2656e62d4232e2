import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type CacheConfigFile,
  nginxArguments,
  writeCacheConfig,
} from '../../scripts/cache-config.ts'
import { findProgram } from '../../scripts/programs.ts'
import { expectHealthy, type Program, startProgram } from './programs.ts'

/** The shared caches of the tests; `plain-nginx` has only nginx's defaults. */
export type CacheName = 'nginx' | 'plain-nginx' | 'varnish' | 'varnish-with-limits'

/** The program of each cache. */
export const cachePrograms = {
  nginx: 'nginx',
  'plain-nginx': 'nginx',
  varnish: 'varnishd',
  'varnish-with-limits': 'varnishd',
} as const satisfies Record<CacheName, string>

type CacheConfiguration = { file: CacheConfigFile; command: CommandFor }
/** The port on which a cache listens, the ports of its origins, and the one for purges, if it has any. */
type Ports = {
  listen: number
  origin: number
  otherOrigins?: readonly number[]
  purge?: number | undefined
}
type StartOptions = Ports & {
  /** A path of the origin that always responds with success. */
  health: string
  /** Raises the limit of requests per client, for tests that send many. */
  isUnlimited?: boolean
}
type CommandFor = (options: { program: string; folder: string; file: string } & Ports) => string[]

// Where the packages of Linux distributions and of Homebrew install Varnish's modules.
const moduleFolders = [
  '/usr/lib/x86_64-linux-gnu/varnish/vmods',
  '/usr/lib/aarch64-linux-gnu/varnish/vmods',
  '/usr/lib/varnish/vmods',
  '/opt/homebrew/lib/varnish/vmods',
]

/** Whether Varnish has the module for limits per client, which is not part of it. */
export function hasThrottleModule(): boolean {
  return moduleFolders.some((folder) => existsSync(join(folder, 'libvmod_vsthrottle.so')))
}

const startNginx: CommandFor = ({ program, folder, file }) => [
  ...[program, '-p', folder, '-c', file],
  ...nginxArguments,
]

const startVarnish: CommandFor = ({ program, folder, file, listen, purge }) => [
  ...[program, '-F', '-f', file, '-a', `127.0.0.1:${listen}`, '-n', folder],
  ...(purge === undefined ? [] : ['-a', `purge=127.0.0.1:${purge}`]),
]

// The configurations are the ones for self-hosting. Only the ports change, and the limit of requests
// per client where a test sends many.
const configurations: Record<CacheName, CacheConfiguration> = {
  nginx: { file: 'nginx.conf', command: startNginx },
  'plain-nginx': { file: 'plain-nginx.conf', command: startNginx },
  varnish: { file: 'varnish.vcl', command: startVarnish },
  'varnish-with-limits': { file: 'varnish-with-limits.vcl', command: startVarnish },
}

/** Starts a cache in front of an origin, with its configuration file. */
export async function startCache(
  name: CacheName,
  { origin, otherOrigins = [], health, listen, purge, isUnlimited = false }: StartOptions,
): Promise<Program & { url: string }> {
  const program = findProgram(cachePrograms[name])
  if (!program) throw new Error(`${name} is not installed: apt-get install ${name}`)
  const { file, command } = configurations[name]
  const folder = await mkdtemp(join(tmpdir(), `${name}-`))
  // A cache that root starts runs as another user, which must have access to the folder.
  await chmod(folder, 0o755)

  const path = writeCacheConfig(folder, file, {
    listen: `127.0.0.1:${listen}`,
    origins: [origin, ...otherOrigins],
    isUnlimited,
  })

  const url = `http://127.0.0.1:${listen}`
  const running = await startProgram(
    command({ program, folder, file: path, listen, origin, purge }),
    {
      cwd: folder,
      quiet: true,
      ready: () => expectHealthy(url + health),
    },
  )
  return {
    ...running,
    url,
    async end() {
      const exitCode = await running.end()
      await rm(folder, { recursive: true, force: true })
      return exitCode
    },
  }
}
