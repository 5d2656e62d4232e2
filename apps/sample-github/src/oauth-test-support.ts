import { createHash } from 'node:crypto'
import { bodyOf, type sample } from './test-support.ts'

type Ask = ReturnType<typeof sample>

export const callback = 'http://localhost:3000/api/auth/callback'
export const verifier = 'a-verifier-of-at-least-forty-three-characters'
export const challenge = createHash('sha256').update(verifier).digest('base64url')

/** What a sign-in page asks for. */
export const asked = {
  client_id: 'sample-client',
  redirect_uri: callback,
  state: 's&=1',
  scope: 'repo read:user',
  code_challenge: challenge,
  code_challenge_method: 'S256',
}

export type Tokens = {
  access_token: string
  token_type: string
  scope: string
  expires_in?: number
  refresh_token?: string
  refresh_token_expires_in?: number
  error?: string
  error_description?: string
  error_uri?: string
}

const json = { accept: 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** Sends the consent form as a browser does, without following where it leads. */
export async function consent(ask: Ask, fields: Record<string, string>): Promise<Response> {
  const body = String(new URLSearchParams(fields))
  return ask('/login/oauth/authorize', { method: 'POST', headers: form, body })
}

/** Lets an application in, and gives the code that it gets for it. */
export async function authorizeAndGetCode(ask: Ask, login = 'ann', fields = {}): Promise<string> {
  const sent = await consent(ask, { ...asked, ...fields, login, decision: 'authorize' })
  return new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? ''
}

/** Asks for a token as an application does. */
export async function fetchToken(ask: Ask, fields: Record<string, string>): Promise<Tokens> {
  const body = String(
    new URLSearchParams({
      client_id: 'sample-client',
      client_secret: 'sample-client-secret',
      ...fields,
    }),
  )
  const headers = { ...json, ...form }
  return bodyOf<Tokens>(await ask('/login/oauth/access_token', { method: 'POST', headers, body }))
}

export const expiring = {
  client_id: 'sample-expiring-client',
  client_secret: 'sample-expiring-client-secret',
}

/** The whole flow of the client whose tokens expire. */
export async function expiringTokens(ask: Ask, login = 'ann'): Promise<Tokens> {
  const code = await authorizeAndGetCode(ask, login, { client_id: expiring.client_id })
  return fetchToken(ask, { ...expiring, code, code_verifier: verifier })
}

export async function signIn(ask: Ask, login = 'ann'): Promise<Tokens> {
  return fetchToken(ask, { code: await authorizeAndGetCode(ask, login), code_verifier: verifier })
}

/** Who a token lets in as, or the status of the refusal. */
export async function loginOf(ask: Ask, token = ''): Promise<string | number> {
  const response = await ask('/user', { headers: { authorization: `Bearer ${token}` } })
  return response.status === 200
    ? (await bodyOf<{ login: string }>(response)).login
    : response.status
}
