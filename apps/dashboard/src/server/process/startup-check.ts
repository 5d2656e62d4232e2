import type { Env, SharedCache } from './env.ts'

const REQUEST_TIMEOUT_MS = 10_000

/** Finds problems that do not stop a production server, each as the message of one log line. */
export async function findStartupProblems(env: Env): Promise<string[]> {
  const problems = [checkSiteUrl(env), checkPurge(env), await checkGitHub(env)]
  return problems.filter((problem) => problem !== undefined)
}

function checkSiteUrl({ hasSiteUrl, siteUrl }: Env): string | undefined {
  if (hasSiteUrl) return undefined
  return `SITE_URL is not set: absolute URLs and sign-in redirects use ${siteUrl}`
}

const purgeVariables: Partial<Record<SharedCache, string>> = {
  varnish: 'VARNISH_PURGE_URL',
  fastly: 'FASTLY_SERVICE_ID and FASTLY_API_TOKEN',
  cloudflare: 'CLOUDFLARE_ZONE_ID and CLOUDFLARE_API_TOKEN',
}

function checkPurge({ sharedCache, purgeTarget, webhookSecrets }: Env): string | undefined {
  const variables = sharedCache && purgeVariables[sharedCache]
  if (webhookSecrets.length === 0 || variables === undefined || purgeTarget) return undefined
  return `The cache ${sharedCache} is not purged by webhooks: set ${variables}`
}

// https://docs.github.com/en/rest/rate-limit/rate-limit: this request does not count against the limit.
async function checkGitHub({ githubApiUrl, githubToken }: Env): Promise<string | undefined> {
  try {
    const { status } = await fetch(`${githubApiUrl}/rate_limit`, {
      headers: githubToken === undefined ? {} : { authorization: `token ${githubToken}` },
      // A redirect would send the token to another server.
      redirect: 'manual',
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    })
    if (status >= 500) return `GitHub at ${githubApiUrl} responds with status ${status}`
    if (status !== 401) return undefined
    return githubToken === undefined
      ? `GitHub at ${githubApiUrl} requires a token: set GITHUB_TOKEN`
      : `GitHub at ${githubApiUrl} rejects GITHUB_TOKEN: it is invalid, expired or revoked`
  } catch (error) {
    return `GitHub at ${githubApiUrl} cannot be reached: ${describeCause(error)}`
  }
}

// Node.js reports every network error as "fetch failed"; its cause has the code.
function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no response in ${REQUEST_TIMEOUT_MS / 1000} seconds`
  const { cause } = error
  if (!(cause instanceof Error)) return error.message
  return 'code' in cause ? String(cause.code) : cause.message
}
