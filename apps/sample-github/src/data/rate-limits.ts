/** The kinds of clients that differ in GitHub's rate limits; `app` is an organization's GitHub App. */
export type ClientKind = 'anonymous' | 'token' | 'app'

type Limit = { limit: number; windowSeconds: number }

const MINUTE = 60
const HOUR = 3_600

const perMinute = (limit: number): Limit => ({ limit, windowSeconds: MINUTE })
const perHour = (limit: number): Limit => ({ limit, windowSeconds: HOUR })

/** The resources that have a limit of their own, in the order of `/rate_limit`. */
export const rateLimitResources = [
  'core',
  'search',
  'graphql',
  'integration_manifest',
  'source_import',
  'code_scanning_upload',
  'code_scanning_autofix',
  'actions_runner_registration',
  'scim',
  'dependency_snapshots',
  'dependency_sbom',
  'code_search',
] as const

export type RateLimitResource = (typeof rateLimitResources)[number]

const withToken: Record<RateLimitResource, Limit> = {
  core: perHour(5_000),
  search: perMinute(30),
  graphql: perHour(5_000),
  integration_manifest: perHour(5_000),
  source_import: perMinute(100),
  code_scanning_upload: perHour(500),
  code_scanning_autofix: perMinute(10),
  actions_runner_registration: perHour(10_000),
  scim: perHour(15_000),
  dependency_snapshots: perMinute(100),
  dependency_sbom: perMinute(100),
  code_search: perMinute(10),
}

type Limits = Partial<Record<RateLimitResource, Limit>> & Record<'core' | 'search', Limit>

/** GitHub's limits by client; without a token it lists only five resources. */
export const rateLimits: Record<ClientKind, Limits> = {
  anonymous: {
    core: perHour(60),
    search: perMinute(10),
    graphql: perHour(0),
    integration_manifest: perHour(5_000),
    code_search: perHour(60),
  },
  token: withToken,
  app: { ...withToken, core: perHour(15_000), graphql: perHour(15_000) },
}
