import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromRoot } from './programs.ts'

/** A configuration file that a shared cache starts with. */
export type CacheConfigFile =
  | 'nginx.conf'
  | 'plain-nginx.conf'
  | 'varnish.vcl'
  | 'varnish-with-limits.vcl'

type Options = {
  /** The port, or `address:port`, on which nginx listens. Varnish's is an argument of its command. */
  listen: string
  /** The port of each instance of the application on this machine. */
  origins: readonly number[]
  /** Raises nginx's limit of requests per client, for tests that send many. */
  isUnlimited?: boolean
  /** Adds tls.conf to nginx.conf, with a certificate for a name. */
  tls?: Tls
}
type Tls = { name: string; listenHttp: string; certificate: string; key: string }

type Replacement = readonly [text: string | RegExp, by: string]

/** nginx writes into these folders; their default is outside of the folder of `-p`. */
const temporaryFolders = ['client_body', 'proxy', 'fastcgi', 'scgi', 'uwsgi']
  .map((name) => `\n  ${name}_temp_path temp-${name};`)
  .join('')

/**
 * Writes a configuration file, and those that it includes, with other addresses into a folder. nginx
 * writes its own files only below that folder, if it starts with `-p` and `nginxArguments`.
 * @returns the path of the file
 * @throws Error if a file lacks a text to replace.
 */
export function writeCacheConfig(
  folder: string,
  file: CacheConfigFile,
  { listen, origins, isUnlimited = false, tls }: Options,
): string {
  function write(name: string, replacements: readonly Replacement[]): void {
    // That file is for tests only.
    const source = name === 'plain-nginx.conf' ? 'e2e/caches' : 'deploy'
    const text = readFileSync(fromRoot(join(source, name)), 'utf8')
    writeFileSync(join(folder, name), replaceAll(name, text, replacements))
  }

  if (file === 'nginx.conf') {
    const servers = origins.map((port) => `server 127.0.0.1:${port} max_fails=0;`)
    write(file, [
      ['\nhttp {', `\nhttp {${temporaryFolders}`],
      [' /var/cache/nginx-dashboard ', ' cache '],
      ['server 127.0.0.1:3000 max_fails=0;', servers.join('\n    ')],
      ['listen 8080;', tls ? 'include tls.conf;' : `listen ${listen};`],
      ...(isUnlimited ? [['rate=50r/s', 'rate=100000r/s'] as const] : []),
    ])
    if (tls) write('tls.conf', tlsReplacements(listen, tls))
  } else if (file === 'plain-nginx.conf') {
    write(file, [
      ['127.0.0.1:3000;', `127.0.0.1:${origins[0]};`],
      ['listen 8080;', `listen ${listen};`],
    ])
  } else {
    write('varnish.vcl', [])
    if (file === 'varnish-with-limits.vcl') write(file, [])
    writeFileSync(join(folder, 'backends.vcl'), formatBackends(origins))
  }
  return join(folder, file)
}

/** The arguments with which nginx stays in the foreground, as one process of a supervisor. */
export const nginxArguments = ['-g', 'daemon off; pid nginx.pid;']

/** The listeners for IPv6 are dropped, because not every machine has it. */
function tlsReplacements(listen: string, tls: Tls): Replacement[] {
  return [
    ['dashboard.example;', `${tls.name};`],
    ['listen 80;', `listen ${tls.listenHttp};`],
    ['listen [::]:80;\n', ''],
    ['listen 443 ssl', `listen ${listen} ssl`],
    [/listen \[::\]:443 .*\n/, ''],
    [/ssl_certificate .*;/, `ssl_certificate ${tls.certificate};`],
    [/ssl_certificate_key .*;/, `ssl_certificate_key ${tls.key};`],
  ]
}

/** Formats the backends of instances on this machine, as in backends.vcl. */
function formatBackends(ports: readonly number[]): string {
  const names = ports.map((port) => `instance_${port}`)
  const backends = ports.map(
    (port) =>
      `backend instance_${port} { .host = "127.0.0.1"; .port = "${port}"; .probe = readiness; }`,
  )
  const added = names.map((name) => `  dashboard.add_backend(${name});`)
  return [
    ...backends,
    'sub vcl_init {',
    '  new dashboard = directors.shard();',
    ...added,
    '  dashboard.reconfigure();',
    '}\n',
  ].join('\n')
}

function replaceAll(file: string, text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((config, [from, to]) => {
    const replaced = config.replace(from, () => to)
    if (replaced === config) throw new Error(`${file} does not contain "${from}"`)
    return replaced
  }, text)
}
