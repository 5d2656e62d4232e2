import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CacheConfigFile, renderCacheConfig } from '../../scripts/cache-config.ts'
import { findProgram } from '../../scripts/programs.ts'
import { expectHealthy, type Program, startProgram } from './programs.ts'

/** The shared caches of the tests; `plain-nginx` has only nginx's defaults. */
export type CacheName = 'nginx' | 'plain-nginx' | 'varnish'

/** The program of each cache. */
export const cachePrograms = {
  nginx: 'nginx',
  'plain-nginx': 'nginx',
  varnish: 'varnishd',
} as const satisfies Record<CacheName, string>

type CacheConfiguration = { file: CacheConfigFile; command: CommandFor }
/** The port on which a cache listens, and the port of its origin. */
type Ports = { listen: number; origin: number }
type CommandFor = (options: { program: string; folder: string; file: string } & Ports) => string

const startNginx: CommandFor = ({ program, folder, file }) => `${program} -p ${folder} -c ${file}`

// The configurations are the ones for self-hosting. Only the ports change.
const configurations: Record<CacheName, CacheConfiguration> = {
  nginx: { file: 'nginx.conf', command: startNginx },
  'plain-nginx': { file: 'plain-nginx.conf', command: startNginx },
  varnish: {
    file: 'varnish.vcl',
    command: ({ program, folder, file, listen }) =>
      `${program} -F -f ${file} -a 127.0.0.1:${listen} -n ${folder}`,
  },
}

/**
 * Starts a cache in front of an origin, with a configuration from `caches/`.
 * @param health a path of the origin that always responds with success.
 */
export async function startCache(
  name: CacheName,
  { origin, health, listen }: Ports & { health: string },
): Promise<Program & { url: string }> {
  const program = findProgram(cachePrograms[name])
  if (!program) throw new Error(`${name} is not installed: apt-get install ${name}`)
  const { file, command } = configurations[name]
  const folder = await mkdtemp(join(tmpdir(), `${name}-`))
  // A cache that root starts runs as another user, which must have access to the folder.
  await chmod(folder, 0o755)

  const path = join(folder, file)
  await writeFile(path, renderCacheConfig(file, { listen: `127.0.0.1:${listen}`, origin }))

  const url = `http://127.0.0.1:${listen}`
  const running = await startProgram(command({ program, folder, file: path, listen, origin }), {
    cwd: folder,
    quiet: true,
    ready: () => expectHealthy(url + health),
  })
  return {
    ...running,
    url,
    async end() {
      await running.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
