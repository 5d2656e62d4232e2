import { type GeoHeaders, vercelGeoHeaders } from '@repo/auth-headers'
import { isOwnerName, isRepoName } from '@repo/github'

/** Server configuration, read from environment variables. */
export type Env = {
  /** GitHub's REST base URL, without a trailing slash. */
  githubApiUrl: string
  /** GitHub's website, without a trailing slash. */
  githubUrl: string
  /** The websites of GitHub at which a pasted address names a repository. */
  githubWebsites: readonly string[]
  /** Whether that GitHub is the sample GitHub. */
  isSampleData: boolean
  githubToken: string | undefined
  /** The OAuth client of this site: turns on "Sign in with GitHub". */
  oauthClient: { id: string; secret: string } | undefined
  /** Encrypt sessions, newest first; without one, sign-in is turned off. */
  sessionSecrets: readonly string[]
  /** The geolocation headers that a trusted proxy sets; undefined without one. */
  trustedGeoHeaders: GeoHeaders | undefined
  /** The header in which a trusted proxy sends the client's address; undefined without one. */
  clientAddressHeader: string | undefined
  /** The header in which a trusted proxy sends the ID of each request; undefined without one. */
  requestIdHeader: string | undefined
  /** Requests to GitHub an hour that the pages of one client may cost. */
  clientHourlyBudget: number
  /** The URL of the cache that several instances share. */
  redisUrl: string | undefined
  /** The shared cache in front, which can be purged by the tags of responses; undefined without one. */
  sharedCache: SharedCache | undefined
  /** How to purge that cache; undefined if its variables are not set. */
  purgeTarget: PurgeTarget | undefined
  /** Verify GitHub's webhooks, newest first; without one, there is no address for them. */
  webhookSecrets: readonly string[]
  /** The base of absolute URLs: never the Host header, which any client can set. */
  siteUrl: string
  /** Whether a variable sets `siteUrl`. Without one it is localhost, which no visitor can reach. */
  hasSiteUrl: boolean
  /** A URI to report vulnerabilities to; without one there is no `security.txt`. */
  securityContact: string | undefined
  /** The repository that the lessons show, as `owner/name`. */
  exampleRepository: string
  /** How spans and metrics are exported by OpenTelemetry; undefined without an endpoint. */
  telemetry: TelemetrySettings | undefined
  /** Whether `next dev` runs this server. */
  isDevelopment: boolean
  /** Whether Vercel runs this server. */
  isOnVercel: boolean
}

/** The shared caches that read tags, and nginx, which does not: its lifetimes are shorter. */
const SHARED_CACHES = ['varnish', 'fastly', 'cloudflare', 'vercel', 'nginx'] as const
export type SharedCache = (typeof SHARED_CACHES)[number]

/** A shared cache that can be purged, and how. */
export type PurgeTarget =
  | { cache: 'varnish'; urls: readonly string[] }
  | { cache: 'fastly'; serviceId: string; token: string }
  | { cache: 'cloudflare'; zoneId: string; token: string }
  | { cache: 'vercel' }

const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const

/** The standard settings of OpenTelemetry that its exporters do not read themselves. */
export type TelemetrySettings = {
  exportsTraces: boolean
  exportsMetrics: boolean
  sampler: (typeof SAMPLERS)[number]
  /** The share of traces that are exported, from 0 to 1. */
  samplerRatio: number
  metricIntervalMs: number
  /** Whether the trace of a request continues that of the proxy. */
  continuesTraces: boolean
}

type Variables = Readonly<Record<string, string | undefined>>

// The value of `.env.development`, which is public.
const developmentSecret = 'for-development-only-everybody-can-read-it'
// The website to which the sample GitHub's responses link.
const SAMPLE_WEB_URL = 'https://github.example'
const MIN_SECRET_LENGTH = 32
// A fifth of GitHub's quota with a token; half of its quota without one.
const CLIENT_HOURLY_BUDGET = 1000
const UNAUTHENTICATED_CLIENT_HOURLY_BUDGET = 30

// In Next, pages, API routes and instrumentation each have their own instance of this module.
const name = Symbol.for('@repo/dashboard environment')
const holder = globalThis as { [name]?: Env | undefined }

/** Caches the parsed environment for this process; undefined clears it. */
export function cacheEnv(env: Env | undefined): void {
  holder[name] = env
}

/** Returns the cached environment, or parses it as `parseEnv` does. */
export function readEnv(): Env {
  return holder[name] ?? parseEnv()
}

/**
 * Parses and checks environment variables.
 * @throws Error with one line that names the variable and, unless it is a secret, the invalid value.
 */
export function parseEnv(variables: Variables = process.env): Env {
  const production = readVariable('VERCEL_PROJECT_PRODUCTION_URL', variables)
  const port = readVariable('PORT', variables) ?? '3000'
  const siteUrl = production === undefined ? `http://localhost:${port}` : `https://${production}`
  const githubApiUrl = readWebUrl('GITHUB_API_URL', 'https://api.github.com', variables)
  const githubUrl = readWebUrl('GITHUB_URL', webUrlFor(githubApiUrl), variables)
  const isSampleData = readIsSampleData(githubApiUrl, variables)
  return {
    githubApiUrl,
    githubUrl,
    githubWebsites: [
      ...new Set([githubUrl, 'https://github.com', ...(isSampleData ? [SAMPLE_WEB_URL] : [])]),
    ],
    isSampleData,
    githubToken: readHeaderValue('GITHUB_TOKEN', variables),
    oauthClient: readOAuthClient(variables),
    sessionSecrets: readPrivateSecrets('SESSION_SECRET', variables),
    trustedGeoHeaders: readTrustedGeoHeaders(variables),
    clientAddressHeader: readHeaderName(
      'CLIENT_ADDRESS_HEADER',
      'x-vercel-forwarded-for',
      variables,
    ),
    requestIdHeader: readHeaderName('REQUEST_ID_HEADER', 'x-vercel-id', variables),
    clientHourlyBudget: readClientHourlyBudget(variables),
    redisUrl: readRedisUrl('REDIS_URL', variables),
    sharedCache: readSharedCache(variables),
    purgeTarget: readPurgeTarget(variables),
    webhookSecrets: readPrivateSecrets('WEBHOOK_SECRET', variables),
    siteUrl: readWebUrl('SITE_URL', siteUrl, variables),
    hasSiteUrl: (readVariable('SITE_URL', variables) ?? production) !== undefined,
    securityContact: readSecurityContact(variables),
    exampleRepository: readExampleRepository(githubApiUrl, variables),
    telemetry: readTelemetry(variables),
    isDevelopment: variables.NODE_ENV === 'development',
    isOnVercel: isOnVercel(variables),
  }
}

/** Returns when this application was built; now in development. Next inlines the value. */
export function readBuildTime(): Date {
  return new Date(process.env.BUILT_AT ?? Date.now())
}

function readVariable(name: string, variables: Variables): string | undefined {
  return variables[name]?.trim() || undefined
}

function readWebUrl(name: string, fallback: string, variables: Variables): string {
  const text = readVariable(name, variables) ?? fallback
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:\/\/[^?#@]+$/.test(url.href)) {
    throw new Error(`${name} must be an http or https URL, not ${JSON.stringify(text)}`)
  }
  return url.href.replace(/(?<!\/)\/+$/, '')
}

/** GitHub's website: `github.com` for `api.github.com`, else the Enterprise Server's own host. */
function webUrlFor(apiUrl: string): string {
  const { protocol, host } = new URL(apiUrl)
  return `${protocol}//${host.replace(/^api\./, '')}`
}

// The sample GitHub usually runs on the same machine, and no other GitHub does.
function readIsSampleData(githubApiUrl: string, variables: Variables): boolean {
  const text = readVariable('SAMPLE_DATA', variables)
  if (text === '1' || text === '0') return text === '1'
  if (text !== undefined) throw new Error(`SAMPLE_DATA must be 1 or 0, not ${JSON.stringify(text)}`)
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(githubApiUrl).hostname)
}

// The URL may contain a password: an error must not print it.
function readRedisUrl(name: string, variables: Variables): string | undefined {
  const url = readVariable(name, variables)
  if (url === undefined) return undefined
  if (URL.canParse(url) && /^rediss?:$/.test(new URL(url).protocol)) return url
  throw new Error(`${name} must be a redis: or rediss: URL`)
}

function readSharedCache(variables: Variables): SharedCache | undefined {
  const name = readVariable('SHARED_CACHE', variables)
  if (name === undefined) return isOnVercel(variables) ? 'vercel' : undefined
  const cache = SHARED_CACHES.find((known) => known === name)
  if (cache) return cache
  const names = SHARED_CACHES.join(', ')
  throw new Error(`SHARED_CACHE must be one of ${names}, not ${JSON.stringify(name)}`)
}

function readPurgeTarget(variables: Variables): PurgeTarget | undefined {
  const cache = readSharedCache(variables)
  if (cache === 'vercel') return { cache }
  if (cache === 'varnish') {
    const list = readVariable('VARNISH_PURGE_URL', variables)
    if (list === undefined) return undefined
    const urls = list
      .split(',')
      .map((url) => readWebUrl('VARNISH_PURGE_URL', url, { VARNISH_PURGE_URL: url }))
    return { cache, urls }
  }
  if (cache === 'fastly') {
    const serviceId = readHeaderValue('FASTLY_SERVICE_ID', variables)
    const token = readHeaderValue('FASTLY_API_TOKEN', variables)
    return serviceId && token ? { cache, serviceId, token } : undefined
  }
  if (cache === 'cloudflare') {
    const zoneId = readHeaderValue('CLOUDFLARE_ZONE_ID', variables)
    const token = readHeaderValue('CLOUDFLARE_API_TOKEN', variables)
    return zoneId && token ? { cache, zoneId, token } : undefined
  }
  return undefined
}

const DEFAULT_METRIC_INTERVAL_MS = 60_000
// https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
function readTelemetry(variables: Variables): TelemetrySettings | undefined {
  const isSet = (name: string) => readVariable(name, variables) !== undefined
  const hasEndpoint = isSet('OTEL_EXPORTER_OTLP_ENDPOINT')
  // With its own endpoint only, the exporter of the others would use an address of this machine.
  const exportsTraces = hasEndpoint || isSet('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT')
  const exportsMetrics = hasEndpoint || isSet('OTEL_EXPORTER_OTLP_METRICS_ENDPOINT')
  if (!(exportsTraces || exportsMetrics) || readVariable('OTEL_SDK_DISABLED', variables) === 'true')
    return undefined
  const protocol = readVariable('OTEL_EXPORTER_OTLP_PROTOCOL', variables) ?? 'http/json'
  if (protocol !== 'http/json') {
    throw new Error(
      `OTEL_EXPORTER_OTLP_PROTOCOL must be http/json, not ${JSON.stringify(protocol)}`,
    )
  }
  const name = readVariable('OTEL_TRACES_SAMPLER', variables) ?? 'parentbased_always_on'
  const sampler = SAMPLERS.find((known) => known === name)
  if (!sampler) {
    throw new Error(
      `OTEL_TRACES_SAMPLER must be ${SAMPLERS.join(', ')}, not ${JSON.stringify(name)}`,
    )
  }
  const samplerRatio = Number(readVariable('OTEL_TRACES_SAMPLER_ARG', variables) ?? 1)
  if (!(samplerRatio >= 0 && samplerRatio <= 1)) {
    throw new Error('OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1')
  }
  const metricIntervalMs = Number(
    readVariable('OTEL_METRIC_EXPORT_INTERVAL', variables) ?? DEFAULT_METRIC_INTERVAL_MS,
  )
  if (!Number.isInteger(metricIntervalMs) || metricIntervalMs < 1) {
    throw new Error('OTEL_METRIC_EXPORT_INTERVAL must be a positive integer of milliseconds')
  }
  const propagators = (readVariable('OTEL_PROPAGATORS', variables) ?? '').split(',')
  return {
    exportsTraces,
    exportsMetrics,
    sampler,
    samplerRatio,
    metricIntervalMs,
    continuesTraces: propagators.map((each) => each.trim()).includes('tracecontext'),
  }
}

// RFC 9116 §2.5.3: a URI of the schemes mailto, tel or https.
function readSecurityContact(variables: Variables): string | undefined {
  const contact = readVariable('SECURITY_CONTACT', variables)
  if (contact === undefined || /^(?:mailto:|tel:|https:\/\/)[\x21-\x7e]{1,500}$/.test(contact)) {
    return contact
  }
  throw new Error(
    `SECURITY_CONTACT must be a mailto:, tel: or https: URL, not ${JSON.stringify(contact)}`,
  )
}

function readHeaderValue(name: string, variables: Variables): string | undefined {
  const secret = readVariable(name, variables)
  if (secret !== undefined && !/^[\x21-\x7e]{1,1000}$/.test(secret)) {
    throw new Error(
      `${name} must contain only printable ASCII characters, without spaces, and at most 1,000`,
    )
  }
  return secret
}

function readOAuthClient(variables: Variables): Env['oauthClient'] {
  const id = readHeaderValue('GITHUB_CLIENT_ID', variables)
  const secret = readHeaderValue('GITHUB_CLIENT_SECRET', variables)
  if (id === undefined) return undefined
  if (secret === undefined) throw new Error('GITHUB_CLIENT_ID requires GITHUB_CLIENT_SECRET')
  return { id, secret }
}

function readSecrets(name: string, variables: Variables): string[] {
  const list = readVariable(name, variables)
  if (list === undefined) return []
  const secrets = list.split(',').map((secret) => secret.trim())
  if (secrets.some((secret) => secret.length < MIN_SECRET_LENGTH)) {
    throw new Error(
      `${name} must be one or more secrets of at least ${MIN_SECRET_LENGTH} characters, separated by commas`,
    )
  }
  return secrets
}

function readPrivateSecrets(name: string, variables: Variables): string[] {
  const secrets = readSecrets(name, variables)
  if (variables.NODE_ENV === 'production' && secrets.includes(developmentSecret)) {
    throw new Error(`${name} must not be the development secret, which is public`)
  }
  return secrets
}

// `acme/rocket` exists on the sample GitHub; no default fits every GitHub Enterprise Server.
function readExampleRepository(githubApiUrl: string, variables: Variables): string {
  const isGitHub = new URL(githubApiUrl).hostname === 'api.github.com'
  const name = readVariable('EXAMPLE_REPOSITORY', variables)
  if (name === undefined) return isGitHub ? 'vercel/next.js' : 'acme/rocket'
  const [owner = '', repo = '', ...more] = name.split('/')
  if (more.length === 0 && isOwnerName(owner) && isRepoName(repo)) return name
  throw new Error(`EXAMPLE_REPOSITORY must be owner/name, not ${JSON.stringify(name)}`)
}

function isOnVercel(variables: Variables): boolean {
  return readVariable('VERCEL', variables) === '1'
}

// Vercel replaces its headers, so no client can set them: https://vercel.com/docs/headers/request-headers
function readHeaderName(
  variable: string,
  onVercel: string,
  variables: Variables,
): string | undefined {
  const name = readVariable(variable, variables)?.toLowerCase()
  if (name === undefined) return isOnVercel(variables) ? onVercel : undefined
  if (/^[a-z\d-]+$/.test(name)) return name
  throw new Error(`${variable} must be the name of a header, not ${JSON.stringify(name)}`)
}

function readClientHourlyBudget(variables: Variables): number {
  const text = readVariable('CLIENT_HOURLY_BUDGET', variables)
  if (text === undefined) {
    return readVariable('GITHUB_TOKEN', variables) === undefined
      ? UNAUTHENTICATED_CLIENT_HOURLY_BUDGET
      : CLIENT_HOURLY_BUDGET
  }
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new Error(`CLIENT_HOURLY_BUDGET must be a positive integer, not ${JSON.stringify(text)}`)
}

// For example `country=x-country, city=x-geo-city`.
function readTrustedGeoHeaders(variables: Variables): GeoHeaders | undefined {
  const list = readVariable('GEO_HEADERS', variables)
  if (list === undefined) return isOnVercel(variables) ? vercelGeoHeaders : undefined
  const pairs = list.split(',').map((pair) => pair.trim())
  const invalid = pairs.find((pair) => !/^(country|region|city|timeZone)=[a-z\d-]+$/.test(pair))
  if (invalid !== undefined) {
    throw new Error(
      'GEO_HEADERS must be a list like "country=x-country, region=…, city=…, timeZone=…" ' +
        `with header names in lower case, not ${JSON.stringify(invalid)}`,
    )
  }
  return Object.fromEntries(pairs.map((pair) => pair.split('=')))
}
