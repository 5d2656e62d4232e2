import { readFile } from 'node:fs/promises'
import { vercelGeoHeaders } from '@repo/auth-headers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { cacheEnv, parseEnv, readEnv } from './env.ts'

const defaults = {
  githubApiUrl: 'https://api.github.com',
  githubUrl: 'https://github.com',
  githubWebsites: ['https://github.com'],
  isSampleData: false,
  githubToken: undefined,
  oauthClient: undefined,
  sessionSecrets: [],
  trustedGeoHeaders: undefined,
  clientAddressHeader: undefined,
  requestIdHeader: undefined,
  telemetry: undefined,
  clientHourlyBudget: 30,
  redisUrl: undefined,
  sharedCache: undefined,
  purgeTarget: undefined,
  webhookSecrets: [],
  siteUrl: 'http://localhost:3000',
  hasSiteUrl: false,
  securityContact: undefined,
  exampleRepository: 'vercel/next.js',
  isDevelopment: false,
  isOnVercel: false,
}
const secret = 'a secret of more than thirty-two characters'
const older = 'an older secret of more than 32 characters'

test('is parsed on each call until it is cached', () => {
  onTestFinished(() => {
    cacheEnv(undefined)
    vi.unstubAllEnvs()
  })
  vi.stubEnv('SITE_URL', 'https://first.test')
  expect(readEnv().siteUrl).toBe('https://first.test')

  cacheEnv(parseEnv())
  vi.stubEnv('SITE_URL', 'https://second.test')
  expect(readEnv().siteUrl).toBe('https://first.test')
})

test('needs no variable', () => {
  expect(parseEnv({})).toEqual(defaults)
})

test('treats an empty variable as unset', () => {
  expect(
    parseEnv({
      GITHUB_API_URL: '',
      GITHUB_URL: '',
      SAMPLE_DATA: '',
      GITHUB_TOKEN: ' ',
      GITHUB_CLIENT_ID: '',
      GITHUB_CLIENT_SECRET: ' ',
      SESSION_SECRET: '',
      GEO_HEADERS: '',
      CLIENT_ADDRESS_HEADER: '',
      REQUEST_ID_HEADER: '',
      CLIENT_HOURLY_BUDGET: '',
      VERCEL: '',
      EXAMPLE_REPOSITORY: '',
      SITE_URL: '',
      PORT: '',
      VERCEL_PROJECT_PRODUCTION_URL: '',
    }),
  ).toEqual(defaults)
})

test('reads every variable, without surrounding spaces and trailing slashes', () => {
  expect(
    parseEnv({
      GITHUB_API_URL: ' https://ghes.test/api/v3// ',
      GITHUB_URL: 'https://pages.test/',
      GITHUB_TOKEN: ' github_pat_123\n',
      GITHUB_CLIENT_ID: 'Iv1.123',
      GITHUB_CLIENT_SECRET: 'abc',
      SESSION_SECRET: ` ${secret} , ${older}`,
      GEO_HEADERS: 'country=cf-ipcountry, timeZone=cf-timezone',
      CLIENT_ADDRESS_HEADER: ' X-Real-IP ',
      REQUEST_ID_HEADER: 'X-Request-Id',
      REDIS_URL: 'redis://127.0.0.1',
      SHARED_CACHE: ' fastly ',
      FASTLY_SERVICE_ID: 'service',
      FASTLY_API_TOKEN: 'fastly-token',
      WEBHOOK_SECRET: secret,
      SECURITY_CONTACT: 'mailto:security@dashboard.test',
      SITE_URL: 'https://dashboard.test/',
      EXAMPLE_REPOSITORY: ' octo/hello ',
      NODE_ENV: 'development',
    }),
  ).toEqual({
    githubApiUrl: 'https://ghes.test/api/v3',
    githubUrl: 'https://pages.test',
    githubWebsites: ['https://pages.test', 'https://github.com'],
    isSampleData: false,
    githubToken: 'github_pat_123',
    oauthClient: { id: 'Iv1.123', secret: 'abc' },
    sessionSecrets: [secret, older],
    trustedGeoHeaders: { country: 'cf-ipcountry', timeZone: 'cf-timezone' },
    clientAddressHeader: 'x-real-ip',
    requestIdHeader: 'x-request-id',
    clientHourlyBudget: 1000,
    redisUrl: 'redis://127.0.0.1',
    sharedCache: 'fastly',
    purgeTarget: { cache: 'fastly', serviceId: 'service', token: 'fastly-token' },
    webhookSecrets: [secret],
    siteUrl: 'https://dashboard.test',
    hasSiteUrl: true,
    securityContact: 'mailto:security@dashboard.test',
    exampleRepository: 'octo/hello',
    isDevelopment: true,
    isOnVercel: false,
  })
})

test.each([
  ['https://api.github.com', 'https://github.com'],
  ['https://ghes.test/api/v3', 'https://ghes.test'],
  ['https://api.octo.ghe.com', 'https://octo.ghe.com'],
  ['http://127.0.0.1:4001', 'http://127.0.0.1:4001'],
])('derives the website of the GitHub API at %s as %s', (apiUrl, pages) => {
  expect(parseEnv({ GITHUB_API_URL: apiUrl }).githubUrl).toBe(pages)
})

test('addresses may be pasted from the website of the sample GitHub', () => {
  expect(parseEnv({ GITHUB_API_URL: 'http://127.0.0.1:4001' }).githubWebsites).toEqual([
    'http://127.0.0.1:4001',
    'https://github.com',
    'https://github.example',
  ])
})

test('uses an example repository that GitHub, or the sample GitHub, has', () => {
  const sample = { GITHUB_API_URL: 'http://127.0.0.1:4001' }
  expect(parseEnv(sample).exampleRepository).toBe('acme/rocket')
  expect(parseEnv({ ...sample, EXAMPLE_REPOSITORY: 'acme/monolith' }).exampleRepository).toBe(
    'acme/monolith',
  )
})

test.each(['rocket', 'acme/', 'acme/rocket/issues', '_acme/rocket', 'acme/..', 'https://a.test/b'])(
  'rejects "%s" as the example',
  (name) => {
    expect(() => parseEnv({ EXAMPLE_REPOSITORY: name })).toThrow(
      new Error(`EXAMPLE_REPOSITORY must be owner/name, not "${name}"`),
    )
  },
)

test('rejects a client id without a secret, and ignores a secret without a client id', () => {
  expect(() => parseEnv({ GITHUB_CLIENT_ID: 'Iv1.123' })).toThrow(
    new Error('GITHUB_CLIENT_ID requires GITHUB_CLIENT_SECRET'),
  )
  expect(parseEnv({ GITHUB_CLIENT_SECRET: 'abc' }).oauthClient).toBe(undefined)
})

test.each(['short', 'x'.repeat(31), `${secret},short`, `${secret},`])(
  'rejects a secret that is too short, and does not print it',
  (secrets) => {
    expect(() => parseEnv({ SESSION_SECRET: secrets })).toThrow(
      new Error(
        'SESSION_SECRET must be one or more secrets of at least 32 characters, separated by commas',
      ),
    )
  },
)

test('rejects the development secret in production', async () => {
  const file = await readFile(new URL('../../../.env.development', import.meta.url), 'utf8')
  for (const name of ['SESSION_SECRET', 'WEBHOOK_SECRET']) {
    const fixed = new RegExp(`^${name}=(.+)$`, 'm').exec(file)?.[1]
    const { sessionSecrets, webhookSecrets } = parseEnv({ [name]: fixed, NODE_ENV: 'development' })
    expect([...sessionSecrets, ...webhookSecrets]).toEqual([fixed])
    for (const secrets of [fixed, `${secret},${fixed}`]) {
      expect(() => parseEnv({ [name]: secrets, NODE_ENV: 'production' })).toThrow(
        new Error(`${name} must not be the development secret, which is public`),
      )
    }
  }
})

test('gives clients a smaller budget without a token', () => {
  expect(parseEnv({}).clientHourlyBudget).toBe(30)
  expect(parseEnv({ GITHUB_TOKEN: 'ghp_1' }).clientHourlyBudget).toBe(1000)
  expect(parseEnv({ CLIENT_HOURLY_BUDGET: '250' }).clientHourlyBudget).toBe(250)
})

test('reads the client’s address from Vercel’s header on Vercel, unless another header is set', () => {
  expect(parseEnv({ VERCEL: '1' }).clientAddressHeader).toBe('x-vercel-forwarded-for')
  expect(parseEnv({ VERCEL: '1' }).requestIdHeader).toBe('x-vercel-id')
  expect(parseEnv({ VERCEL: '1', CLIENT_ADDRESS_HEADER: 'x-ip' }).clientAddressHeader).toBe('x-ip')
})

test('trusts Vercel’s headers on Vercel, unless other headers are named', () => {
  expect(parseEnv({ VERCEL: '1' }).isOnVercel).toBe(true)
  expect(parseEnv({ VERCEL: '1' }).trustedGeoHeaders).toBe(vercelGeoHeaders)
  expect(parseEnv({ VERCEL: '0' }).trustedGeoHeaders).toBe(undefined)
  expect(parseEnv({ VERCEL: '1', GEO_HEADERS: 'city=x-city' }).trustedGeoHeaders).toEqual({
    city: 'x-city',
  })
})

test.each(['x', 'country', 'country=', 'Country=x', 'planet=x', 'country=X-Country', 'city=a b'])(
  'rejects "%s" as the headers of a proxy',
  (list) => {
    expect(() => parseEnv({ GEO_HEADERS: list })).toThrow(
      'GEO_HEADERS must be a list like "country=x-country, region=…, city=…, timeZone=…" with header names in lower case, ' +
        `not "${list}"`,
    )
  },
)

test('takes the URL of the site from SITE_URL, from Vercel, or from the port', () => {
  const port = { PORT: '8080' }
  const vercel = { ...port, VERCEL_PROJECT_PRODUCTION_URL: 'dashboard.vercel.app' }
  expect(parseEnv(port).siteUrl).toBe('http://localhost:8080')
  expect(parseEnv(vercel).siteUrl).toBe('https://dashboard.vercel.app')
  expect(parseEnv({ ...vercel, SITE_URL: 'https://a.test' }).siteUrl).toBe('https://a.test')
})

test.each([
  'api.github.com',
  'localhost:4001',
  'ftp://api.github.com',
  'javascript:alert(1)',
  'https://',
  'https://a.test/?',
  'https://a.test/?page=1',
  'https://a.test/#top',
  'https://mona@a.test',
  'https://:secret@a.test',
])('rejects "%s" as a URL', (address) => {
  expect(() => parseEnv({ GITHUB_API_URL: address })).toThrow(
    new Error(`GITHUB_API_URL must be an http or https URL, not "${address}"`),
  )
  expect(() => parseEnv({ SITE_URL: address })).toThrow(
    new Error(`SITE_URL must be an http or https URL, not "${address}"`),
  )
})

test('reports a value with a line break in one line', () => {
  expect(() => parseEnv({ SITE_URL: 'a\nb' })).toThrow(
    new Error('SITE_URL must be an http or https URL, not "a\\nb"'),
  )
})

test.each(['ghp_ 123', 'ghp_\r\nx: y', 'ghp_é', 'x'.repeat(1001)])(
  'rejects a token that cannot be sent in a header, and does not print it',
  (token) => {
    expect(() => parseEnv({ GITHUB_TOKEN: token })).toThrow(
      new Error(
        'GITHUB_TOKEN must contain only printable ASCII characters, without spaces, and at most 1,000',
      ),
    )
  },
)

test('accepts a Redis URL, and does not print an invalid one, which may contain a password', () => {
  expect(parseEnv({ REDIS_URL: 'redis://127.0.0.1:6379' }).redisUrl).toBe('redis://127.0.0.1:6379')
  expect(() => parseEnv({ REDIS_URL: 'http://user:secret@host' })).toThrow(
    new Error('REDIS_URL must be a redis: or rediss: URL'),
  )
})

test.each(['mailto:a@b.test', 'tel:+41-44-000-00-00', 'https://b.test/report?x=1'])(
  'accepts the contact %s',
  (contact) => {
    expect(parseEnv({ SECURITY_CONTACT: contact }).securityContact).toBe(contact)
  },
)

test.each(['a@b.test', 'http://b.test', 'https://b.test/a\nExpires: never', 'javascript:alert(1)'])(
  'rejects the contact %j',
  (contact) => {
    expect(() => parseEnv({ SECURITY_CONTACT: contact })).toThrow(
      `SECURITY_CONTACT must be a mailto:, tel: or https: URL, not ${JSON.stringify(contact)}`,
    )
  },
)

test.each([
  [{}, false],
  [{ GITHUB_API_URL: 'http://127.0.0.1:4001' }, true],
  [{ GITHUB_API_URL: 'http://localhost:4001' }, true],
  [{ GITHUB_API_URL: 'http://[::1]:4001' }, true],
  [{ GITHUB_API_URL: 'https://localhost.example/api/v3' }, false],
  [{ GITHUB_API_URL: 'http://127.0.0.1:4001', SAMPLE_DATA: '0' }, false],
  [{ GITHUB_API_URL: 'https://sample.example', SAMPLE_DATA: '1' }, true],
])('reads from the configuration whether the data is sample data: %j', (variables, expected) => {
  expect(parseEnv(variables).isSampleData).toBe(expected)
})

test('knows the shared cache on Vercel, and accepts only caches that it can purge', () => {
  expect(parseEnv({ VERCEL: '1' }).sharedCache).toBe('vercel')
  expect(parseEnv({ VERCEL: '1', SHARED_CACHE: 'cloudflare' }).sharedCache).toBe('cloudflare')
  expect(() => parseEnv({ SHARED_CACHE: 'squid' })).toThrow(
    new Error(
      'SHARED_CACHE must be one of varnish, fastly, cloudflare, vercel, nginx, not "squid"',
    ),
  )
})

test('reads how to purge the shared cache', () => {
  const varnish = { SHARED_CACHE: 'varnish' }
  const urls = 'http://127.0.0.1:8081, http://10.0.0.2:8081'
  expect(parseEnv({ ...varnish, VARNISH_PURGE_URL: urls }).purgeTarget).toEqual({
    cache: 'varnish',
    urls: ['http://127.0.0.1:8081', 'http://10.0.0.2:8081'],
  })
  expect(parseEnv(varnish).purgeTarget).toBeUndefined()
  expect(parseEnv({ SHARED_CACHE: 'nginx' }).purgeTarget).toBeUndefined()
  expect(parseEnv({ VERCEL: '1' }).purgeTarget).toEqual({ cache: 'vercel' })
  expect(
    parseEnv({
      SHARED_CACHE: 'cloudflare',
      CLOUDFLARE_ZONE_ID: 'zone',
      CLOUDFLARE_API_TOKEN: 'token',
    }).purgeTarget,
  ).toEqual({ cache: 'cloudflare', zoneId: 'zone', token: 'token' })
  expect(() => parseEnv({ WEBHOOK_SECRET: 'short' })).toThrow(
    new Error(
      'WEBHOOK_SECRET must be one or more secrets of at least 32 characters, separated by commas',
    ),
  )
})

test('telemetry is off without an endpoint, and follows the standard variables', () => {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.test:4318' }
  expect(parseEnv({ OTEL_TRACES_SAMPLER: 'always_on' }).telemetry).toBeUndefined()
  expect(parseEnv({ ...endpoint, OTEL_SDK_DISABLED: 'true' }).telemetry).toBeUndefined()
  expect(parseEnv(endpoint).telemetry).toEqual({
    exportsTraces: true,
    exportsMetrics: true,
    sampler: 'parentbased_always_on',
    samplerRatio: 1,
    metricIntervalMs: 60_000,
    continuesTraces: false,
  })
  expect(
    parseEnv({
      OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'http://prometheus.test/api/v1/otlp/v1/metrics',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_TRACES_SAMPLER: 'traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.1',
      OTEL_METRIC_EXPORT_INTERVAL: '15000',
      OTEL_PROPAGATORS: 'tracecontext, baggage',
    }).telemetry,
  ).toEqual({
    exportsTraces: false,
    exportsMetrics: true,
    sampler: 'traceidratio',
    samplerRatio: 0.1,
    metricIntervalMs: 15_000,
    continuesTraces: true,
  })
})

test.each([
  ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc', 'must be http/json, not "grpc"'],
  ['OTEL_TRACES_SAMPLER', 'sometimes', /must be always_on, .*, not "sometimes"/],
  ['OTEL_TRACES_SAMPLER_ARG', '2', 'must be a number from 0 to 1'],
  ['OTEL_METRIC_EXPORT_INTERVAL', '0', 'must be a positive integer'],
])('rejects %s with the value %s', (name, value, message) => {
  const variables = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.test', [name]: value }
  expect(() => parseEnv(variables)).toThrow(message)
})
