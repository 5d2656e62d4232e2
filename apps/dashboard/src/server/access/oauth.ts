import { Secret } from '@repo/auth-headers'
import {
  CodeChallengeMethod,
  generateCodeVerifier,
  generateState,
  OAuth2Client,
  OAuth2Tokens,
} from 'arctic'
import { readEnv } from '#server/process/env.ts'
import { log } from '#server/process/log.ts'
import type { Session } from './session.ts'

/** An access token, with its refresh token if it expires. */
export type GrantedToken = Pick<Session, 'token' | 'refresh'>

/** The result of a request to GitHub's token endpoint. */
export type TokenResult =
  | { state: 'granted'; granted: GrantedToken }
  | { state: 'rejected' }
  | { state: 'unreachable' }

/** The values that the browser stores during an authorization (RFC 6749 §10.12, RFC 7636 §4.1). */
export type AuthorizationRequest = { state: string; verifier: string }

type TokenRequest = 'sign-in' | 'token-refresh'

// GitHub ends its own requests after ten seconds.
const REQUEST_TIMEOUT_MS = 10_000

const MAX_RESPONSE_BYTES = 64_000

// OAuth apps can read private repositories only with this scope, which includes writing:
// https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
// GitHub Apps have their own permissions and ignore it.
const SCOPES = ['repo']

/** Creates GitHub's web application flow with PKCE; undefined without an OAuth client. */
export function oauthFlow() {
  const { oauthClient, githubUrl, githubApiUrl, siteUrl } = readEnv()
  if (!oauthClient) return undefined
  const { id, secret } = oauthClient
  const tokenEndpoint = `${githubUrl}/login/oauth/access_token`
  const redirectUri = `${siteUrl}/api/auth/callback`
  const client = new OAuth2Client(id, null, redirectUri)

  /** Requests a token with the credentials where GitHub documents them, in the body. */
  async function requestToken(
    event: TokenRequest,
    parameters: Record<string, string>,
  ): Promise<TokenResult> {
    const inBody = { ...parameters, client_id: id, client_secret: secret }
    const response = await postForm(tokenEndpoint, inBody)
    if (!isInvalidClient(response)) return toTokenResult(event, response)
    // Other servers may accept the credentials in the header only (RFC 6749 §2.3.1).
    return toTokenResult(
      event,
      await postForm(tokenEndpoint, parameters, basicCredentials(id, secret)),
    )
  }

  return {
    /** Creates an authorization request and its URL on GitHub. */
    authorize(): { request: AuthorizationRequest; url: string } {
      const request = { state: generateState(), verifier: generateCodeVerifier() }
      const url = client.createAuthorizationURLWithPKCE(
        `${githubUrl}/login/oauth/authorize`,
        request.state,
        CodeChallengeMethod.S256,
        request.verifier,
        SCOPES,
      )
      return { request, url: url.href }
    },

    /** Exchanges an authorization code for a token (RFC 6749 §4.1.3). */
    exchangeCode: (code: string, verifier: string): Promise<TokenResult> =>
      requestToken('sign-in', {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      }),

    /** Exchanges a refresh token for the next pair; GitHub accepts each refresh token once. */
    refreshToken: (token: Secret): Promise<TokenResult> =>
      requestToken('token-refresh', {
        grant_type: 'refresh_token',
        refresh_token: token.reveal(),
      }),

    /** Revokes one token at GitHub; the viewer's tokens in other browsers stay valid. */
    async revokeToken(token: Secret): Promise<boolean> {
      const response = fetch(`${githubApiUrl}/applications/${encodeURIComponent(id)}/token`, {
        method: 'DELETE',
        headers: {
          accept: 'application/vnd.github+json',
          authorization: basicCredentials(id, secret),
          'content-type': 'application/json',
          'user-agent': 'repo-dashboard',
        },
        body: JSON.stringify({ access_token: token.reveal() }),
        // A redirect would send the token to another server.
        redirect: 'manual',
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      })
      // The error is dropped, because its request contains the token.
      return response.then(
        ({ status }) => status === 204 || status === 404,
        () => false,
      )
    },
  }
}

type TokenResponse = { status: number; body: object } | undefined

/** Posts a form to the token endpoint; undefined if no JSON object arrives in time. */
async function postForm(
  url: string,
  fields: Record<string, string>,
  authorization?: string,
): Promise<TokenResponse> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'user-agent': 'repo-dashboard',
        ...(authorization !== undefined && { authorization }),
      },
      body: new URLSearchParams(fields),
      // A redirect would send the credentials to another server.
      redirect: 'manual',
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    })
    const body: unknown = JSON.parse(await readText(response))
    return typeof body === 'object' && body !== null ? { status: response.status, body } : undefined
  } catch {
    // The error is dropped, because its request contains the credentials.
    return undefined
  }
}

async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > MAX_RESPONSE_BYTES) throw new RangeError('The response is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function isInvalidClient(response: TokenResponse): boolean {
  return response?.status === 401 && getError(response.body) === 'invalid_client'
}

function toTokenResult(event: TokenRequest, response: TokenResponse): TokenResult {
  if (!response || response.status >= 500) return { state: 'unreachable' }
  const { status, body } = response
  if (status === 200 && 'access_token' in body) return parseGrantedToken(body)
  const error = getError(body)
  // GitHub sends OAuth errors with status 200, other servers with 400 or 401 (RFC 6749 §5.2).
  if (status !== 200 && error === undefined) return { state: 'unreachable' }
  logOAuthError(event, error)
  return { state: 'rejected' }
}

function getError(body: object): unknown {
  return 'error' in body ? body.error : undefined
}

function parseGrantedToken(body: object): TokenResult {
  try {
    return { state: 'granted', granted: toGrantedToken(new OAuth2Tokens(body)) }
  } catch {
    return { state: 'unreachable' }
  }
}

// The parts are form-encoded (RFC 6749 §2.3.1).
function basicCredentials(id: string, secret: string): string {
  const [encodedId, encodedSecret] = [id, secret].map((part) =>
    new URLSearchParams({ '': part }).toString().slice(1),
  )
  return `Basic ${Buffer.from(`${encodedId}:${encodedSecret}`).toString('base64')}`
}

/** Logs an OAuth error code, such as `incorrect_client_credentials`, for the administrator. */
export function logOAuthError(event: TokenRequest, error: unknown): void {
  const isErrorCode = typeof error === 'string' && /^\w{1,64}$/.test(error)
  log({ event, state: 'rejected', error: isErrorCode ? error : 'unknown' })
}

function toGrantedToken(tokens: OAuth2Tokens): GrantedToken {
  const token = new Secret(tokens.accessToken())
  if (!tokens.hasRefreshToken()) return { token }
  return {
    token,
    refresh: {
      token: new Secret(tokens.refreshToken()),
      tokenExpiresAt: Math.floor(Date.now() / 1000) + tokens.accessTokenExpiresInSeconds(),
    },
  }
}
