import { readFileSync } from 'node:fs'
import { fromRoot } from './programs.ts'

export type CacheConfigFile = 'nginx.conf' | 'plain-nginx.conf' | 'varnish.vcl'

type Ports = {
  /** The port, or `address:port`, on which the cache listens. */
  listen: string
  /** The port of the application on this machine. */
  origin: number
}

/**
 * Returns the text of a configuration file in `e2e/caches/` with other ports. The port on which
 * Varnish listens is an argument of its command, not in the file.
 * @throws Error if the file does not contain the default ports.
 */
export function renderCacheConfig(file: CacheConfigFile, { listen, origin }: Ports): string {
  const replacements: [string, string][] =
    file === 'varnish.vcl'
      ? [['.port = "3000";', `.port = "${origin}";`]]
      : [
          ['listen 8080;', `listen ${listen};`],
          ['127.0.0.1:3000;', `127.0.0.1:${origin};`],
        ]
  const text = readFileSync(fromRoot(`e2e/caches/${file}`), 'utf8')
  return replacements.reduce((config, [from, to]) => {
    if (!config.includes(from)) throw new Error(`${file} does not contain "${from}"`)
    return config.replace(from, to)
  }, text)
}
