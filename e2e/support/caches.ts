import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programPath } from '../../scripts/programs.ts'
import { answers, type Program, startProgram } from './programs.ts'

/** The shared caches that the tests put in front; `plain-nginx` is one that nobody has thought about. */
export type CacheName = 'nginx' | 'plain-nginx' | 'varnish'

/** The program of each cache, which is not always called as the cache is. */
export const cachePrograms = {
  nginx: 'nginx',
  'plain-nginx': 'nginx',
  varnish: 'varnishd',
} as const satisfies Record<CacheName, string>

type Kept = { file: string; changes: (ports: Ports) => [string, string][]; command: CommandFor }
/** Where a cache listens, and what it asks. */
type Ports = { listen: number; origin: number }
type CommandFor = (place: { program: string; folder: string; file: string } & Ports) => string

const startNginx: CommandFor = ({ program, folder, file }) => `${program} -p ${folder} -c ${file}`

function changesToNginx({ listen, origin }: Ports): [string, string][] {
  return [
    ['listen 8080;', `listen 127.0.0.1:${listen};`],
    ['127.0.0.1:3000;', `127.0.0.1:${origin};`],
  ]
}

// The configurations are those that a self-hoster takes. Only the ports change.
const kept: Record<CacheName, Kept> = {
  nginx: { file: 'nginx.conf', changes: changesToNginx, command: startNginx },
  'plain-nginx': { file: 'plain-nginx.conf', changes: changesToNginx, command: startNginx },
  varnish: {
    file: 'varnish.vcl',
    changes: ({ origin }) => [['.port = "3000";', `.port = "${origin}";`]],
    command: ({ program, folder, file, listen }) =>
      `${program} -F -f ${file} -a 127.0.0.1:${listen} -n ${folder}`,
  },
}

/**
 * Starts a cache in front of an origin, by the configuration in `caches/`.
 * @param health a path that the origin answers with success.
 */
export async function startCache(
  name: CacheName,
  { origin, health, listen }: Ports & { health: string },
): Promise<Program & { url: string }> {
  const program = programPath(cachePrograms[name])
  if (!program) throw new Error(`${name} is not installed: apt-get install ${name}`)
  const { file, changes, command } = kept[name]
  const folder = await mkdtemp(join(tmpdir(), `${name}-`))
  // Started by root, a cache works as a user of its own, which must reach its folder.
  await chmod(folder, 0o755)

  let text = await readFile(join(import.meta.dirname, '../caches', file), 'utf8')
  for (const [from, to] of changes({ listen, origin })) {
    if (!text.includes(from)) throw new Error(`${file} says nowhere ${from}`)
    text = text.replace(from, to)
  }
  const path = join(folder, file)
  await writeFile(path, text)

  const url = `http://127.0.0.1:${listen}`
  const running = await startProgram(command({ program, folder, file: path, listen, origin }), {
    cwd: folder,
    quiet: true,
    ready: () => answers(url + health),
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
