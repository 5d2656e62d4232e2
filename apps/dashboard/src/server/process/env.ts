import { type GeoHeaders, vercelGeoHeaders } from '@repo/auth-headers'
import { isOwnerName, isRepoName } from '@repo/github'

/** Server configuration, read from environment variables. */
export type Env = {
  /** GitHub's REST base URL, without a trailing slash. */
  githubApiUrl: string
  /** GitHub's website, without a trailing slash. */
  githubUrl: string
  githubToken: string | undefined
  /** The OAuth client of this site: turns on "Sign in with GitHub". */
  oauthClient: { id: string; secret: string } | undefined
  /** Encrypt sessions, newest first; without one, sign-in is turned off. */
  sessionSecrets: readonly string[]
  /** The geolocation headers that a proxy sets; undefined where none does. */
  trustedGeoHeaders: GeoHeaders | undefined
  /** The cache store that several instances share. */
  redisUrl: string | undefined
  /** The base of absolute URLs: never the Host header, which any client can set. */
  siteUrl: string
  /** Whether a variable sets `siteUrl`. Without one it is localhost, which no visitor can reach. */
  hasSiteUrl: boolean
  /** The repository that the lessons show, as `owner/name`. */
  exampleRepository: string
  /** Whether `next dev` runs this server. */
  isDevelopment: boolean
}

type Variables = Readonly<Record<string, string | undefined>>

// The value of `.env.development`, which is public.
const developmentSecret = 'for-development-only-everybody-can-read-it'
const MIN_SECRET_LENGTH = 32

/**
 * Reads and checks the environment.
 * @throws Error with one line that names the variable and, unless it is a secret, the bad value.
 */
export function readEnv(variables: Variables = process.env): Env {
  const production = value('VERCEL_PROJECT_PRODUCTION_URL', variables)
  const port = value('PORT', variables) ?? '3000'
  const siteUrl = production === undefined ? `http://localhost:${port}` : `https://${production}`
  const githubApiUrl = webAddress('GITHUB_API_URL', 'https://api.github.com', variables)
  return {
    githubApiUrl,
    githubUrl: webAddress('GITHUB_URL', webUrlFor(githubApiUrl), variables),
    githubToken: headerValue('GITHUB_TOKEN', variables),
    oauthClient: oauthClient(variables),
    sessionSecrets: sessionSecrets(variables),
    trustedGeoHeaders: trustedGeoHeaders(variables),
    redisUrl: redisAddress('REDIS_URL', variables),
    siteUrl: webAddress('SITE_URL', siteUrl, variables),
    hasSiteUrl: (value('SITE_URL', variables) ?? production) !== undefined,
    exampleRepository: exampleRepository(githubApiUrl, variables),
    isDevelopment: variables.NODE_ENV === 'development',
  }
}

function value(name: string, variables: Variables): string | undefined {
  return variables[name]?.trim() || undefined
}

function webAddress(name: string, fallback: string, variables: Variables): string {
  const address = value(name, variables) ?? fallback
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:\/\/[^?#@]+$/.test(url.href)) {
    throw new Error(`${name} must be an http or https address, not ${JSON.stringify(address)}`)
  }
  return url.href.replace(/\/+$/, '')
}

/** GitHub's website: `github.com` for `api.github.com`, else the Enterprise Server's own host. */
function webUrlFor(apiUrl: string): string {
  const { protocol, host } = new URL(apiUrl)
  return `${protocol}//${host.replace(/^api\./, '')}`
}

// The URL may contain a password: an error must not print it.
function redisAddress(name: string, variables: Variables): string | undefined {
  const address = value(name, variables)
  if (address === undefined) return undefined
  if (URL.canParse(address) && /^rediss?:$/.test(new URL(address).protocol)) return address
  throw new Error(`${name} must be a redis or rediss address`)
}

function headerValue(name: string, variables: Variables): string | undefined {
  const secret = value(name, variables)
  if (secret !== undefined && !/^[\x21-\x7e]{1,1000}$/.test(secret)) {
    throw new Error(`${name} must be printable characters without spaces`)
  }
  return secret
}

function oauthClient(variables: Variables): Env['oauthClient'] {
  const id = headerValue('GITHUB_CLIENT_ID', variables)
  const secret = headerValue('GITHUB_CLIENT_SECRET', variables)
  if (id === undefined) return undefined
  if (secret === undefined) throw new Error('GITHUB_CLIENT_SECRET must come with GITHUB_CLIENT_ID')
  return { id, secret }
}

function sessionSecrets(variables: Variables): string[] {
  const list = value('SESSION_SECRET', variables)
  if (list === undefined) return []
  const secrets = list.split(',').map((secret) => secret.trim())
  if (secrets.some((secret) => secret.length < MIN_SECRET_LENGTH)) {
    throw new Error(
      `SESSION_SECRET must be ${MIN_SECRET_LENGTH} characters or more, or several such with commas between`,
    )
  }
  if (variables.NODE_ENV === 'production' && secrets.includes(developmentSecret)) {
    throw new Error('SESSION_SECRET must not be the development secret, which is public')
  }
  return secrets
}

// The sample GitHub has the second; there is no sensible default for an Enterprise Server.
function exampleRepository(githubApiUrl: string, variables: Variables): string {
  const isGitHub = new URL(githubApiUrl).hostname === 'api.github.com'
  const name = value('EXAMPLE_REPOSITORY', variables)
  if (name === undefined) return isGitHub ? 'vercel/next.js' : 'acme/rocket'
  const [owner = '', repo = '', ...more] = name.split('/')
  if (more.length === 0 && isOwnerName(owner) && isRepoName(repo)) return name
  throw new Error(`EXAMPLE_REPOSITORY must be owner/name, not ${JSON.stringify(name)}`)
}

// Such as `country=cf-ipcountry, city=x-geo-city`.
function trustedGeoHeaders(variables: Variables): GeoHeaders | undefined {
  const list = value('GEO_HEADERS', variables)
  if (list === undefined) return value('VERCEL', variables) === '1' ? vercelGeoHeaders : undefined
  const pairs = list.split(',').map((pair) => pair.trim())
  const bad = pairs.find((pair) => !/^(country|region|city|timeZone)=[a-z\d-]+$/.test(pair))
  if (bad !== undefined) {
    throw new Error(
      'GEO_HEADERS must be such as "country=x-country, region=…, city=…, timeZone=…" ' +
        `in lower case, not ${JSON.stringify(bad)}`,
    )
  }
  return Object.fromEntries(pairs.map((pair) => pair.split('=')))
}
