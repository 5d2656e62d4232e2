/** What the server is told by its environment. */
export type Env = {
  /** GitHub's REST base, without a slash at its end. */
  githubApiUrl: string
  githubToken: string | undefined
  /** The store that several instances share. */
  redisUrl: string | undefined
  /** Where this site is, for absolute addresses: never the Host header, which anybody can send. */
  siteUrl: string
}

type Variables = Readonly<Record<string, string | undefined>>

/**
 * Reads and checks the environment.
 * @throws Error with one line that names the variable and the bad value.
 */
export function readEnv(variables: Variables = process.env): Env {
  const production = value('VERCEL_PROJECT_PRODUCTION_URL', variables)
  const port = value('PORT', variables) ?? '3000'
  const siteUrl = production === undefined ? `http://localhost:${port}` : `https://${production}`
  return {
    githubApiUrl: webAddress('GITHUB_API_URL', 'https://api.github.com', variables),
    githubToken: headerValue('GITHUB_TOKEN', variables),
    redisUrl: redisAddress('REDIS_URL', variables),
    siteUrl: webAddress('SITE_URL', siteUrl, variables),
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
