import { Secret } from '@repo/auth-headers'
import {
  CodeChallengeMethod,
  generateCodeVerifier,
  generateState,
  OAuth2Client,
  OAuth2RequestError,
  type OAuth2Tokens,
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

// OAuth apps can read private repositories only with this scope, which includes writing:
// https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
// GitHub Apps have their own permissions and ignore it.
const SCOPES = ['repo']

/** Creates GitHub's web application flow with PKCE; undefined without an OAuth client. */
export function oauthFlow() {
  const { oauthClient, githubUrl, githubApiUrl, siteUrl } = readEnv()
  if (!oauthClient) return undefined
  const { id, secret } = oauthClient
  const client = new OAuth2Client(id, secret, `${siteUrl}/api/auth/callback`)
  const tokenEndpoint = `${githubUrl}/login/oauth/access_token`

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
      readTokenResult('sign-in', client.validateAuthorizationCode(tokenEndpoint, code, verifier)),

    /** Exchanges a refresh token for the next pair; GitHub accepts each refresh token once. */
    refreshToken: (token: Secret): Promise<TokenResult> =>
      readTokenResult(
        'token-refresh',
        client.refreshAccessToken(tokenEndpoint, token.reveal(), []),
      ),

    /** Revokes one token at GitHub; the viewer's tokens in other browsers stay valid. */
    async revokeToken(token: Secret): Promise<boolean> {
      const response = fetch(`${githubApiUrl}/applications/${encodeURIComponent(id)}/token`, {
        method: 'DELETE',
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
          'content-type': 'application/json',
          'user-agent': 'repo-dashboard',
        },
        body: JSON.stringify({ access_token: token.reveal() }),
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

async function readTokenResult(
  event: TokenRequest,
  response: Promise<OAuth2Tokens>,
): Promise<TokenResult> {
  try {
    const tokens = await withTimeout(REQUEST_TIMEOUT_MS, response)
    if ('access_token' in tokens.data) return { state: 'granted', granted: toGrantedToken(tokens) }
    // GitHub sends OAuth errors with status 200.
    logOAuthError(event, 'error' in tokens.data ? tokens.data.error : undefined)
    return { state: 'rejected' }
  } catch (error) {
    if (!(error instanceof OAuth2RequestError)) return { state: 'unreachable' }
    // Other servers send them with status 400 or 401 (RFC 6749 §5.2).
    logOAuthError(event, error.code)
    return { state: 'rejected' }
  }
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

function withTimeout<T>(milliseconds: number, response: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Timed out')), milliseconds)
    response.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
