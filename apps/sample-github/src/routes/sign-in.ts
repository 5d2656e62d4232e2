import { Hono } from 'hono'
import { sampleTokens } from '../data/tokens.ts'
import type { SampleEnv } from '../http/context.ts'
import {
  type AuthorizationRequest,
  parseAuthorizationRequest,
} from '../oauth/authorization-request.ts'
import { authorizePath, consentPage, errorPage, style, stylePath } from '../oauth/consent-page.ts'

const troubleshooting =
  'https://docs.github.com/apps/managing-oauth-apps/troubleshooting-authorization-request-errors'

/** The pages of the OAuth web application flow. */
export const signInRoutes = new Hono<SampleEnv>()

const headers = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
}

signInRoutes.get(authorizePath, async (c) => {
  const result = parseAuthorizationRequest(c.req.query())
  if ('message' in result) return c.html(errorPage(result.message), result.status, headers)
  return c.html(consentPage(result.request), 200, headers)
})

signInRoutes.post(authorizePath, async (c) => {
  const form = await c.req.parseBody()
  const result = parseAuthorizationRequest(form)
  if ('message' in result) return c.html(errorPage(result.message), result.status, headers)
  const { request } = result
  if (form.decision !== 'authorize') return c.redirect(redirectUrl(request, denied))

  const { login } = form
  if (typeof login !== 'string' || !Object.hasOwn(sampleTokens, login)) {
    return c.html(errorPage('This account does not exist.'), 400, headers)
  }
  const code = c.get('state').grants.createCode({
    login,
    clientId: request.client.id,
    scope: (request.fields.scope ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .join(','),
    redirectUri: request.redirectUri,
    challenge: request.challenge,
  })
  return c.redirect(redirectUrl(request, { code }))
})

signInRoutes.get(stylePath, (c) => c.body(style, 200, { 'content-type': 'text/css' }))

const denied = {
  error: 'access_denied',
  error_description: 'The user has denied your application access.',
  error_uri: `${troubleshooting}/#access-denied`,
}

/** The redirect URI of the application with the result in its query. */
function redirectUrl(
  { redirectUri, fields }: AuthorizationRequest,
  result: Record<string, string>,
): string {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(result)) url.searchParams.set(name, value)
  if (fields.state !== undefined) url.searchParams.set('state', fields.state)
  return url.href
}
