import { type Client, clientById } from '../data/clients.ts'

/** What a page that sends somebody here asks for. */
export type AuthorizationRequest = {
  client: Client
  redirectUri: string
  challenge: string | undefined
  /** The parameters as they came, for the form to hand on. */
  fields: Partial<Record<(typeof names)[number], string>>
}

const names = [
  'client_id',
  'redirect_uri',
  'state',
  'scope',
  'code_challenge',
  'code_challenge_method',
] as const

/** A request that is fine, or the status and the sentence that say what is wrong with it. */
export function parseAuthorizationRequest(
  params: Record<string, unknown>,
): { asked: AuthorizationRequest } | { status: 400 | 404; problem: string } {
  const fields: AuthorizationRequest['fields'] = Object.fromEntries(
    names.flatMap((name) => {
      const value = params[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )

  const client = clientById(fields.client_id)
  if (!client) return { status: 404, problem: 'There is no application with this client_id.' }
  const redirectUri = fields.redirect_uri ?? ''
  if (!isLoopbackUrl(redirectUri)) {
    return { status: 400, problem: 'The redirect_uri must be an address on this machine.' }
  }
  const { code_challenge: challenge, code_challenge_method: method } = fields
  // GitHub takes no other method, and plain is what comes without one (RFC 7636, 4.3).
  if (challenge !== undefined && (method !== 'S256' || !/^[\w-]{43}$/.test(challenge))) {
    return { status: 400, problem: 'The code_challenge must be made by the method S256.' }
  }
  return { asked: { client, redirectUri, challenge, fields } }
}

/** The sample sends nobody to a stranger. */
function isLoopbackUrl(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return false
  return /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}
