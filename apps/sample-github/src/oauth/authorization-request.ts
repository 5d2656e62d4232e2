import { type Client, clientById } from '../data/clients.ts'

/** The OAuth parameters of an application that sends a user here. */
export type AuthorizationRequest = {
  client: Client
  redirectUri: string
  challenge: string | undefined
  /** The parameters as received; the form submits them again. */
  fields: Partial<Record<(typeof parameterNames)[number], string>>
}

const parameterNames = [
  'client_id',
  'redirect_uri',
  'state',
  'scope',
  'code_challenge',
  'code_challenge_method',
] as const

/** Validates the parameters; returns the request, or the status and message of the error page. */
export function parseAuthorizationRequest(
  params: Record<string, unknown>,
): { request: AuthorizationRequest } | { status: 400 | 404; message: string } {
  const fields: AuthorizationRequest['fields'] = Object.fromEntries(
    parameterNames.flatMap((name) => {
      const value = params[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )

  const client = clientById(fields.client_id)
  if (!client) return { status: 404, message: 'No application has this client_id.' }
  const redirectUri = fields.redirect_uri ?? ''
  if (!isLoopbackUrl(redirectUri)) {
    return { status: 400, message: 'The redirect_uri must be a URL on this machine.' }
  }
  const { code_challenge: challenge, code_challenge_method: method } = fields
  // GitHub supports S256 only; without a method the challenge would be plain (RFC 7636, section 4.3).
  if (challenge !== undefined && (method !== 'S256' || !/^[\w-]{43}$/.test(challenge))) {
    return { status: 400, message: 'The code_challenge_method must be S256.' }
  }
  return { request: { client, redirectUri, challenge, fields } }
}

/** The sample redirects to this machine only, so it is not an open redirect. */
function isLoopbackUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return false
  return /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}
