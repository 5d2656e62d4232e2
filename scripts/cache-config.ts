import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromRoot } from './programs.ts'

export type CacheConfigFile =
  | 'nginx.conf'
  | 'plain-nginx.conf'
  | 'varnish.vcl'
  | 'varnish-with-limits.vcl'

type Options = {
  /** The port, or `address:port`, on which the cache listens. */
  listen: string
  /** The port of the application on this machine. */
  origin: number
  /** Raises nginx's limit of requests per client, for tests that send many. */
  isUnlimited?: boolean
}

/**
 * Returns the text of a configuration file with other ports. The port on which Varnish listens is
 * an argument of its command, not in the file.
 * @throws Error if the file lacks a text to replace.
 */
export function renderCacheConfig(
  file: CacheConfigFile,
  { listen, origin, isUnlimited = false }: Options,
): string {
  const nginx: [string, string][] = [
    ['listen 8080;', `listen ${listen};`],
    ['127.0.0.1:3000;', `127.0.0.1:${origin};`],
  ]
  const replacements: Record<CacheConfigFile, [string, string][]> = {
    'nginx.conf': isUnlimited ? [...nginx, ['rate=50r/s', 'rate=100000r/s']] : nginx,
    'plain-nginx.conf': nginx,
    'varnish.vcl': [['.port = "3000";', `.port = "${origin}";`]],
    'varnish-with-limits.vcl': [],
  }
  // That file is for tests only.
  const folder = file === 'plain-nginx.conf' ? 'e2e/caches' : 'deploy'
  const text = readFileSync(fromRoot(join(folder, file)), 'utf8')
  return replacements[file].reduce((config, [from, to]) => {
    if (!config.includes(from)) throw new Error(`${file} does not contain "${from}"`)
    return config.replace(from, to)
  }, text)
}
