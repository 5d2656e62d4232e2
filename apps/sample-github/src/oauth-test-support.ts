import { createHash } from 'node:crypto'
import { bodyOf, type SendRequest } from './test-support.ts'

export const callback = 'http://localhost:3000/api/auth/callback'
export const verifier = 'a-verifier-of-at-least-forty-three-characters'
const challenge = createHash('sha256').update(verifier).digest('base64url')

/** The parameters of a valid authorization request. */
export const authorizationParameters = {
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

/** Submits the consent form as a browser does, without following the redirect. */
export async function consent(
  request: SendRequest,
  fields: Record<string, string>,
): Promise<Response> {
  const body = String(new URLSearchParams(fields))
  return request('/login/oauth/authorize', { method: 'POST', headers: form, body })
}

/** Authorizes an application and returns its code. */
export async function authorizeAndGetCode(
  request: SendRequest,
  login = 'ann',
  fields = {},
): Promise<string> {
  const response = await consent(request, {
    ...authorizationParameters,
    ...fields,
    login,
    decision: 'authorize',
  })
  return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? ''
}

/** Requests a token as an application does. */
export async function fetchToken(
  request: SendRequest,
  fields: Record<string, string>,
): Promise<Tokens> {
  const body = String(
    new URLSearchParams({
      client_id: 'sample-client',
      client_secret: 'sample-client-secret',
      ...fields,
    }),
  )
  const headers = { ...json, ...form }
  return bodyOf<Tokens>(
    await request('/login/oauth/access_token', { method: 'POST', headers, body }),
  )
}

export const expiring = {
  client_id: 'sample-expiring-client',
  client_secret: 'sample-expiring-client-secret',
}

/** Signs in at the client with expiring tokens. */
export async function expiringTokens(request: SendRequest, login = 'ann'): Promise<Tokens> {
  const code = await authorizeAndGetCode(request, login, { client_id: expiring.client_id })
  return fetchToken(request, { ...expiring, code, code_verifier: verifier })
}

export async function signIn(request: SendRequest, login = 'ann'): Promise<Tokens> {
  return fetchToken(request, {
    code: await authorizeAndGetCode(request, login),
    code_verifier: verifier,
  })
}

/** The login that a token belongs to, or the error status. */
export async function loginOf(request: SendRequest, token = ''): Promise<string | number> {
  const response = await request('/user', { headers: { authorization: `Bearer ${token}` } })
  return response.status === 200
    ? (await bodyOf<{ login: string }>(response)).login
    : response.status
}
