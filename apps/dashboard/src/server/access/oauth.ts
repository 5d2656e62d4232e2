import { Secret, type Session } from '@repo/auth-headers'
import {
  CodeChallengeMethod,
  generateCodeVerifier,
  generateState,
  OAuth2Client,
  OAuth2RequestError,
  type OAuth2Tokens,
} from 'arctic'
import { readEnv } from '#server/env.ts'
import { log } from '#server/log.ts'

/** A token as GitHub gave it, and how to get the next one where it ends by itself. */
export type Granted = Pick<Session, 'token' | 'renewal'>

/** GitHub's answer to a code or a refresh token. */
export type Grant =
  | { state: 'granted'; granted: Granted }
  | { state: 'refused' }
  | { state: 'unreachable' }

/** What is asked of GitHub's token endpoint. */
type Asked = 'sign-in' | 'renewal'

/** A sign-in that has begun: what GitHub is told, and what only this browser may know. */
export type Attempt = { state: string; verifier: string }

// GitHub ends a request of its own after ten seconds.
const patience = 10_000

// Private repositories can be read only with the right to write: https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
// A GitHub App says itself what it may do, and this is not looked at.
const scopes = ['repo']

/** GitHub's web flow with PKCE; undefined where this site is not known to GitHub. */
export function oauthFlow() {
  const { oauthClient, githubUrl, githubApiUrl, siteUrl } = readEnv()
  if (!oauthClient) return undefined
  const { id, secret } = oauthClient
  const client = new OAuth2Client(id, secret, `${siteUrl}/api/auth/callback`)
  const tokenEndpoint = `${githubUrl}/login/oauth/access_token`

  return {
    /** Begins a sign-in, and gives the address of GitHub's page for it. */
    begin(): { attempt: Attempt; address: string } {
      const attempt = { state: generateState(), verifier: generateCodeVerifier() }
      const address = client.createAuthorizationURLWithPKCE(
        `${githubUrl}/login/oauth/authorize`,
        attempt.state,
        CodeChallengeMethod.S256,
        attempt.verifier,
        scopes,
      )
      return { attempt, address: address.href }
    },

    /** Changes the code that came back for a token. */
    redeem: (code: string, verifier: string): Promise<Grant> =>
      grantFrom('sign-in', client.validateAuthorizationCode(tokenEndpoint, code, verifier)),

    /** Changes a refresh token for the next pair. GitHub takes it once. */
    renew: (refreshToken: Secret): Promise<Grant> =>
      grantFrom('renewal', client.refreshAccessToken(tokenEndpoint, refreshToken.reveal(), [])),

    /** Ends a token at GitHub. Other tokens of the same person, in other browsers, go on. */
    async revoke(token: Secret): Promise<boolean> {
      const answer = fetch(`${githubApiUrl}/applications/${encodeURIComponent(id)}/token`, {
        method: 'DELETE',
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
          'content-type': 'application/json',
          'user-agent': 'repo-dashboard',
        },
        body: JSON.stringify({ access_token: token.reveal() }),
        signal: AbortSignal.timeout(patience),
      })
      // Nothing of an error may be shown: it is about a request that holds the token.
      return answer.then(
        ({ status }) => status === 204 || status === 404,
        () => false,
      )
    },
  }
}

async function grantFrom(asked: Asked, answer: Promise<OAuth2Tokens>): Promise<Grant> {
  try {
    const tokens = await within(patience, answer)
    if ('access_token' in tokens.data) return { state: 'granted', granted: grantedBy(tokens) }
    // GitHub says no with status 200.
    noteRefusal(asked, 'error' in tokens.data ? tokens.data.error : undefined)
    return { state: 'refused' }
  } catch (error) {
    if (!(error instanceof OAuth2RequestError)) return { state: 'unreachable' }
    // Others than GitHub say it with status 400 or 401 (RFC 6749 §5.2).
    noteRefusal(asked, error.code)
    return { state: 'refused' }
  }
}

/** Writes to the log why GitHub refuses: a code such as `incorrect_client_credentials`, which no visitor can mend. */
export function noteRefusal(asked: Asked, error: unknown): void {
  const isCode = typeof error === 'string' && /^\w{1,64}$/.test(error)
  log({ event: asked, state: 'refused', error: isCode ? error : 'unknown' })
}

function grantedBy(tokens: OAuth2Tokens): Granted {
  const token = new Secret(tokens.accessToken())
  if (!tokens.hasRefreshToken()) return { token }
  return {
    token,
    renewal: {
      token: new Secret(tokens.refreshToken()),
      tokenEndsAt: Math.floor(Date.now() / 1000) + tokens.accessTokenExpiresInSeconds(),
    },
  }
}

function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No answer in time')), milliseconds)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
