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

/** The pages of the web flow, where a browser comes by. */
export const signInRoutes = new Hono<SampleEnv>()

const headers = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
}

signInRoutes.get(authorizePath, async (c) => {
  const result = parseAuthorizationRequest(c.req.query())
  if ('problem' in result) return c.html(errorPage(result.problem), result.status, headers)
  return c.html(consentPage(result.asked), 200, headers)
})

signInRoutes.post(authorizePath, async (c) => {
  const form = await c.req.parseBody()
  const result = parseAuthorizationRequest(form)
  if ('problem' in result) return c.html(errorPage(result.problem), result.status, headers)
  const { asked } = result
  if (form.decision !== 'authorize') return c.redirect(back(asked, denied))

  const { login } = form
  if (typeof login !== 'string' || !Object.hasOwn(sampleTokens, login)) {
    return c.html(errorPage('Nobody of that name has an account.'), 400, headers)
  }
  const code = c.get('state').grants.createCode({
    login,
    clientId: asked.client.id,
    scope: (asked.fields.scope ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .join(','),
    redirectUri: asked.redirectUri,
    challenge: asked.challenge,
  })
  return c.redirect(back(asked, { code }))
})

signInRoutes.get(stylePath, (c) => c.body(style, 200, { 'content-type': 'text/css' }))

const denied = {
  error: 'access_denied',
  error_description: 'The user has denied your application access.',
  error_uri: `${troubleshooting}/#access-denied`,
}

/** The address to which the application wants its answer, with the answer. */
function back(
  { redirectUri, fields }: AuthorizationRequest,
  answer: Record<string, string>,
): string {
  const address = new URL(redirectUri)
  for (const [name, value] of Object.entries(answer)) address.searchParams.set(name, value)
  if (fields.state !== undefined) address.searchParams.set('state', fields.state)
  return address.href
}
