import type { GeoTrust } from '@repo/auth-headers'
import { isOwnerName, isRepoName } from '@repo/github'

/** What the server is told by its environment. */
export type Env = {
  /** GitHub's REST base, without a slash at its end. */
  githubApiUrl: string
  /** GitHub's pages, without a slash at their end. */
  githubUrl: string
  githubToken: string | undefined
  /** This site as GitHub knows it: with it visitors sign in by GitHub's own pages. */
  oauthClient: { id: string; secret: string } | undefined
  /** What seals sessions, newest first; with none nobody can sign in. */
  sessionSecrets: readonly string[]
  /** Who is believed when a request says where its visitor is. */
  geoTrust: GeoTrust
  /** The store that several instances share. */
  redisUrl: string | undefined
  /** Where this site is, for absolute addresses: never the Host header, which anybody can send. */
  siteUrl: string
  /** The repository that the lessons are about, as `owner/name`. */
  exampleRepository: string
  /** The server that a developer runs, and not the built one. */
  isDevelopment: boolean
}

type Variables = Readonly<Record<string, string | undefined>>

// As `.env.development` has it, which everybody can read.
const developmentSecret = 'for-development-only-everybody-can-read-it'
const shortestSecret = 32

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
    githubUrl: webAddress('GITHUB_URL', pagesBeside(githubApiUrl), variables),
    githubToken: headerValue('GITHUB_TOKEN', variables),
    oauthClient: oauthClient(variables),
    sessionSecrets: sessionSecrets(variables),
    geoTrust: geoTrust(variables),
    redisUrl: redisAddress('REDIS_URL', variables),
    siteUrl: webAddress('SITE_URL', siteUrl, variables),
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

/** Where GitHub's pages are: `github.com` for `api.github.com`, an Enterprise Server's own host. */
function pagesBeside(apiUrl: string): string {
  const { protocol, host } = new URL(apiUrl)
  return `${protocol}//${host.replace(/^api\./, '')}`
}

// The address may hold a password: an error must not print it.
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
  if (secrets.some((secret) => secret.length < shortestSecret)) {
    throw new Error(
      `SESSION_SECRET must be ${shortestSecret} characters or more, or several such with commas between`,
    )
  }
  if (variables.NODE_ENV === 'production' && secrets.includes(developmentSecret)) {
    throw new Error('SESSION_SECRET must not be the one for development, which everybody can read')
  }
  return secrets
}

// The sample GitHub has the second, and of an Enterprise Server only its people know.
function exampleRepository(githubApiUrl: string, variables: Variables): string {
  const isGitHub = new URL(githubApiUrl).hostname === 'api.github.com'
  const name = value('EXAMPLE_REPOSITORY', variables)
  if (name === undefined) return isGitHub ? 'vercel/next.js' : 'acme/rocket'
  const [owner = '', repo = '', ...more] = name.split('/')
  if (more.length === 0 && isOwnerName(owner) && isRepoName(repo)) return name
  throw new Error(`EXAMPLE_REPOSITORY must be owner/name, not ${JSON.stringify(name)}`)
}

// Such as `country=cf-ipcountry, city=x-geo-city`.
function geoTrust(variables: Variables): GeoTrust {
  const list = value('GEO_HEADERS', variables)
  if (list === undefined) return value('VERCEL', variables) === '1' ? 'vercel' : 'nobody'
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
