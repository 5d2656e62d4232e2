import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { authenticateClient, type Client, parseBasicCredentials } from '../data/clients.ts'
import type { SampleContext, SampleEnv } from '../http/context.ts'
import { type Consent, type Grant, REFRESH_TOKEN_LIFETIME_SECONDS } from '../state/grants.ts'

const troubleshooting =
  'https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors'

/** OAuth errors, which GitHub sends with status 200. */
const errors = {
  incorrect_client_credentials: 'The client_id and/or client_secret passed are incorrect.',
  redirect_uri_mismatch:
    'The redirect_uri MUST match the registered callback URL for this application.',
  bad_verification_code: 'The code passed is incorrect or expired.',
  bad_refresh_token: 'The refresh token passed is incorrect or expired.',
  unsupported_grant_type: 'The grant type is not supported.',
} as const

type Params = Record<string, string>

/** The token endpoint, which applications call with a code or a refresh token. */
export const tokenRoutes = new Hono<SampleEnv>()

tokenRoutes.post('/login/oauth/access_token', async (c) => {
  const params = await paramsOf(c)
  const basic = parseBasicCredentials(c.req.header('authorization'))
  const client = authenticateClient(
    params.client_id ?? basic?.id,
    params.client_secret ?? basic?.secret,
  )
  const result = client ? grantFor(c, client, params) : 'incorrect_client_credentials'
  return sendOAuth(c, typeof result === 'string' ? errorBody(result) : tokenBody(result))
})

async function paramsOf(c: SampleContext): Promise<Params> {
  const isJson = c.req.header('content-type')?.startsWith('application/json')
  const body: unknown = isJson ? await c.req.json().catch(() => undefined) : await c.req.parseBody()
  const fields = typeof body === 'object' && body !== null ? body : {}
  // GitHub also reads the query parameters.
  return Object.fromEntries(
    [...Object.entries(c.req.query()), ...Object.entries(fields)].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}

function grantFor(c: SampleContext, client: Client, params: Params): Grant | keyof typeof errors {
  const { grants } = c.get('state')
  switch (params.grant_type) {
    case 'refresh_token':
      return grants.refresh(params.refresh_token ?? '', client) ?? 'bad_refresh_token'
    case undefined:
    case 'authorization_code': {
      const consent = grants.exchangeCode(params.code ?? '', client.id)
      if (!consent || !isVerified(consent, params.code_verifier)) return 'bad_verification_code'
      if ((params.redirect_uri ?? consent.redirectUri) !== consent.redirectUri) {
        return 'redirect_uri_mismatch'
      }
      return grants.issue(client, consent.login, consent.scope)
    }
    default:
      return 'unsupported_grant_type'
  }
}

/** Verifies the code verifier of PKCE (RFC 7636, section 4.6). */
function isVerified({ challenge }: Consent, verifier = ''): boolean {
  if (challenge === undefined) return true
  return createHash('sha256').update(verifier).digest('base64url') === challenge
}

function errorBody(error: keyof typeof errors) {
  return {
    error,
    error_description: errors[error],
    error_uri: `${troubleshooting}/#${error.replaceAll('_', '-')}`,
  }
}

function tokenBody({ accessToken, createdAt, expiresAt, refreshToken, scope }: Grant) {
  return {
    access_token: accessToken,
    ...(expiresAt === undefined || refreshToken === undefined
      ? {}
      : {
          expires_in: (expiresAt - createdAt) / 1000,
          refresh_token: refreshToken,
          refresh_token_expires_in: REFRESH_TOKEN_LIFETIME_SECONDS,
        }),
    token_type: 'bearer',
    scope,
  }
}

/** GitHub responds form-encoded unless the Accept header prefers JSON. */
function sendOAuth(c: SampleContext, body: Record<string, string | number>): Response {
  const headers = { 'cache-control': 'no-store' }
  if (/\bjson\b/.test(c.req.header('accept') ?? '')) return c.json(body, 200, headers)
  const form = new URLSearchParams(
    Object.entries(body).map(([name, value]): [string, string] => [name, String(value)]),
  )
  const contentType = 'application/x-www-form-urlencoded; charset=utf-8'
  return c.body(String(form), 200, { ...headers, 'content-type': contentType })
}
