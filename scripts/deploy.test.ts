import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { fromRoot } from './programs.ts'
import { parseCommand, parseDockerfile } from './standalone/dockerfile.ts'

const dockerfiles = ['deploy/Dockerfile', 'deploy/varnish.Dockerfile']

test.each(dockerfiles)('%s is pinned, not root, and starts a program without a shell', (path) => {
  const instructions = parseDockerfile(path)
  const images = instructions.filter(({ keyword }) => keyword === 'FROM').map(({ args }) => args[0])
  for (const image of images) expect(image).toMatch(/^[a-z]+:[a-z0-9]+-[a-z0-9-]+$/)
  expect(images.join()).not.toContain('latest')

  const texts = (keyword: string) =>
    instructions.filter((each) => each.keyword === keyword).map(({ text }) => text)
  expect(texts('USER')).toEqual([expect.stringMatching(/^(?!root|0)[a-z]+$/)])
  expect(texts('STOPSIGNAL')).toEqual(['SIGTERM'])
  const [command = ''] = texts('CMD')
  expect(parseCommand(command)[0]).toMatch(/^(node|varnishd)$/)
  // After USER nothing is written or installed.
  const order = instructions.map(({ keyword }) => keyword)
  expect(order.slice(order.lastIndexOf('USER'))).not.toContain('RUN')
  expect(order.slice(order.lastIndexOf('USER'))).not.toContain('COPY')
})

test('the image of the dashboard has a health check without a shell, and needs no secret', () => {
  const instructions = parseDockerfile('deploy/Dockerfile')
  const check = instructions.find(({ keyword }) => keyword === 'HEALTHCHECK')
  const command = check?.text.slice(check.text.indexOf('CMD') + 3) ?? ''
  expect(parseCommand(command).slice(0, 2)).toEqual(['node', '--eval'])
  expect(command).toContain('/api/health')
  const args = instructions.filter(({ keyword }) => keyword === 'ARG').map(({ text }) => text)
  expect(args).toEqual(['NEXT_PUBLIC_REPOSITORY_URL'])
})

test('.dockerignore leaves out what Git ignores', () => {
  const lines = (path: string) =>
    readFileSync(fromRoot(path), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
  const expected = lines('.gitignore').map((line) => {
    const pattern = line.replace(/\/$/, '')
    // A pattern with a slash is relative to the root for both; Docker needs `**` for the others.
    return pattern.includes('/') ? pattern : `**/${pattern}`
  })
  expect(lines('.dockerignore').sort()).toEqual([...expected, '**/.git'].sort())
})

type Service = {
  cap_drop: string[]
  cpus: number
  depends_on?: Record<string, { condition: string }>
  env_file?: string[]
  environment?: Record<string, string>
  healthcheck?: { test: string[] }
  mem_limit: string
  networks: string[] | Record<string, { ipv4_address?: string } | null>
  ports?: string[]
  privileged?: boolean
  read_only: boolean
  security_opt: string[]
  user?: string
  command?: string[]
}
type Compose = {
  services: Record<string, Service>
  networks: Record<string, { internal?: boolean } | null>
}

function readCompose(): Compose {
  return parse(readFileSync(fromRoot('deploy/compose.yaml'), 'utf8'), { merge: true })
}

function networksOf({ networks }: Service): string[] {
  return Array.isArray(networks) ? networks : Object.keys(networks)
}

test('every service of compose.yaml is read-only, without privileges, and limited', () => {
  const { services } = readCompose()
  expect(Object.keys(services)).toEqual(['varnish', 'dashboard-1', 'dashboard-2', 'redis'])
  for (const [name, service] of Object.entries(services)) {
    expect(service, name).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      mem_limit: expect.stringMatching(/^\d+[mg]$/),
      cpus: expect.any(Number),
    })
    expect(service.privileged, name).toBeUndefined()
  }
  expect(services.redis?.user).toBe('redis')
})

test('compose.yaml publishes the visitors’ port only, and Redis has no way out', () => {
  const { services, networks } = readCompose()
  const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
    ports.map((port) => `${name} ${port}`),
  )
  expect(published).toEqual(['varnish 8080:8080'])
  expect(networksOf(services.redis as Service)).toEqual(['store'])
  expect(networks.store).toEqual({ internal: true })
  expect(networksOf(services.varnish as Service)).toEqual(['application'])
})

test('the instances of compose.yaml are those that Varnish knows, and can purge it', () => {
  const { services } = readCompose()
  const vcl = readFileSync(fromRoot('deploy/compose-backends.vcl'), 'utf8')
  const hosts = [...vcl.matchAll(/\.host = "([^"]+)";/g)].map(([, host]) => host)
  const instances = ['dashboard-1', 'dashboard-2'].map((name) => services[name] as Service)
  expect(
    instances.map(({ networks }) =>
      Array.isArray(networks) ? undefined : networks.application?.ipv4_address,
    ),
  ).toEqual(hosts)

  for (const { environment, env_file } of instances) {
    expect(environment).toEqual({
      CLIENT_ADDRESS_HEADER: 'X-Forwarded-For',
      REDIS_URL: 'redis://redis:6379',
      REQUEST_ID_HEADER: 'X-Request-Id',
      SHARED_CACHE: 'varnish',
      VARNISH_PURGE_URL: 'http://varnish:8081',
    })
    expect(env_file).toEqual(['dashboard.env'])
  }
  const varnish = parseDockerfile('deploy/varnish.Dockerfile').find(
    ({ keyword }) => keyword === 'CMD',
  )
  expect(parseCommand(varnish?.text ?? '')).toEqual(
    expect.arrayContaining([':8080', 'purge=:8081']),
  )
})

test('the Redis of compose.yaml is a cache with a limit, which stores nothing on disk', () => {
  const [program, ...args] = readCompose().services.redis?.command ?? []
  expect(program).toBe('redis-server')
  expect(args).toEqual([
    ...['--save', '', '--appendonly', 'no'],
    ...['--maxmemory', '192mb', '--maxmemory-policy', 'allkeys-lru'],
  ])
})

test('dashboard.env.example contains no value but the address of the site', () => {
  const text = readFileSync(fromRoot('deploy/dashboard.env.example'), 'utf8')
  const values = text.split('\n').filter((line) => /^[^#]*=./.test(line))
  expect(values).toEqual(['SITE_URL=https://dashboard.example'])
})

/** The headers of visitors that a VCL file removes. */
function removedHeaders(path: string): string[] {
  const text = readFileSync(fromRoot(path), 'utf8')
  return [...text.matchAll(/unset req\.http\.([\w-]+);/g)].map(([, name = '']) => name).sort()
}

/** The patterns of the paths with private responses. */
function privatePaths(path: string): string[] {
  const text = readFileSync(fromRoot(path), 'utf8')
  return [...text.matchAll(/req\.url ~ "(\^[^"]*(?:sign-in|session)[^"]*)"/g)].map(
    ([, pattern = '']) => pattern,
  )
}

test('Fastly removes the same headers as Varnish, and passes the same private paths', () => {
  const varnish = removedHeaders('deploy/varnish.vcl').filter((name) => name !== 'X-Stale-If-Error')
  expect(varnish).toContain('X-Middleware-Subrequest')
  expect(removedHeaders('deploy/fastly.vcl')).toEqual(varnish)
  expect(privatePaths('deploy/varnish.vcl')).toHaveLength(2)
  expect(privatePaths('deploy/fastly.vcl')).toEqual(privatePaths('deploy/varnish.vcl'))
})

type Rule = {
  expression: string
  action: string
  action_parameters: {
    cache?: boolean
    edge_ttl?: { mode: string }
    browser_ttl?: { mode: string }
    headers?: Record<string, { operation: string }>
  }
}

test('Cloudflare obeys the origin, and bypasses its cache for private paths', () => {
  const { cache, headers }: Record<string, Rule[]> = JSON.parse(
    readFileSync(fromRoot('deploy/cloudflare.json'), 'utf8'),
  )
  const [all, bypassed] = cache ?? []
  expect(all?.action_parameters).toEqual({
    cache: true,
    edge_ttl: { mode: 'bypass_by_default' },
    browser_ttl: { mode: 'respect_origin' },
  })
  expect(bypassed?.action_parameters).toEqual({ cache: false })
  for (const path of ['/me', '/sign-in', '/api/auth/', '/api/session', '/api/export/me/']) {
    expect(bypassed?.expression).toContain(`"${path}`)
  }
  const [credentials, ...others] = headers ?? []
  // The private paths keep their credentials.
  expect(credentials?.expression).toBe(`not (${bypassed?.expression})`)
  const named = [credentials, ...others].map((rule) => rule?.action_parameters.headers ?? {})
  // https://developers.cloudflare.com/rules/transform/request-header-modification/
  for (const names of named) expect(Object.keys(names).length).toBeLessThanOrEqual(30)
  const removed = named.flatMap((names) =>
    Object.entries(names).map(([name, { operation }]) => {
      expect(operation, name).toBe('remove')
      return name.toLowerCase()
    }),
  )
  // Cloudflare sets its own forwarding headers, and does not let a rule remove them.
  const expected = removedHeaders('deploy/varnish.vcl')
    .map((name) => name.toLowerCase())
    .filter((name) => name !== 'x-stale-if-error')
  expect(removed.sort()).toEqual(expected)
})
