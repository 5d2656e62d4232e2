import { githubError } from '../http/thrown-response.ts'
import { invalidQuery } from '../routes/search-request.ts'
import type { Fault, FaultRequest } from './fault.ts'
import { toResponse } from './statuses.ts'

const rest = '/authentication/authenticating-to-the-rest-api'
const organization = 'failures'
const credentialsAreRight = 'Although you appear to have the correct authorization credentials, the'

/** A fault of requests with a token; those without one are healthy. */
function withToken(fault: Fault): Fault {
  return (request) =>
    request.c.req.header('authorization') === undefined ? request.unchanged() : fault(request)
}

function forbidden(message: string): Fault {
  return withToken(() => toResponse(githubError(403, message, rest)))
}

function ssoRequired({ c }: FaultRequest): Response {
  const { origin } = new URL(c.get('view').api)
  const url = `${origin}/orgs/${organization}/sso?authorization_request=AZSCKtL4U8yX1H3sCQIVnVgm`
  const message =
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.'
  return toResponse(githubError(403, message, rest, { 'x-github-sso': `required; url=${url}` }))
}

/** A list without the repositories of organizations, and with the header that says so. */
async function ssoPartial({ healthy }: FaultRequest): Promise<Response> {
  const response = await healthy()
  const body: unknown = await response.json()
  const changed = new Response(JSON.stringify(withoutOrganizations(body)), response)
  changed.headers.set('x-github-sso', 'partial-results; organizations=21955855,20582480')
  changed.headers.delete('etag')
  return changed
}

function withoutOrganizations(body: unknown): unknown {
  return Array.isArray(body) ? body.filter((item) => item?.owner?.type !== 'Organization') : body
}

/** Faults of a token, a client or a search that GitHub denies, while the data itself is healthy. */
export const restrictionFaults: Record<string, Fault> = {
  'abuse-limit': () =>
    toResponse(
      githubError(
        403,
        'You have triggered an abuse detection mechanism. Please wait a few minutes before you try again.',
        '/overview/resources-in-the-rest-api#abuse-rate-limits',
      ),
    ),
  'sso-required': withToken(ssoRequired),
  'sso-partial': withToken(ssoPartial),
  'classic-token-forbidden': forbidden(
    `\`${organization}\` forbids access via a personal access token (classic). Please use a GitHub App, OAuth App, or a personal access token with fine-grained permissions.`,
  ),
  'token-lifetime': forbidden(
    `The '${organization}' organization forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 366 days. Please adjust your token's lifetime at the following URL: https://github.com/settings/personal-access-tokens/1`,
  ),
  'ip-allow-list': forbidden(
    `${credentialsAreRight} \`${organization}\` organization has an IP allow list enabled, and 127.0.0.1 is not permitted to access this resource.`,
  ),
  'oauth-app-restricted': forbidden(
    `${credentialsAreRight} \`${organization}\` organization has enabled OAuth App access restrictions, meaning that data access to third-parties is limited. For more information on these restrictions, including how to enable this app, visit https://docs.github.com/articles/restricting-access-to-your-organization-s-data/`,
  ),
  'token-rejected': withToken(() => toResponse(githubError(401, 'Bad credentials'))),
  unsearchable: ({ c, unchanged }) =>
    c.get('path') === '/search/issues'
      ? toResponse(
          invalidQuery({
            code: 'invalid',
            message:
              'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.',
          }),
        )
      : unchanged(),
}
