import { type RequestHeaders, valuesOf } from './request-headers.ts'
import { Secret } from './secret.ts'

/** Why a token is asked for again: the value of `WWW-Authenticate` in a 401 (RFC 6750 §3). */
export type Challenge = string

export type Authorization =
  | { kind: 'none' }
  | { kind: 'token'; token: Secret }
  | { kind: 'refused'; why: string; challenge: Challenge }

// credentials = auth-scheme 1*SP token68 (RFC 9110 §11.4). GitHub takes both names of the scheme.
const credentials = /^(?:bearer|token) +([\w.~+/-]+=*)$/i
const token68 = /^[\w.~+/-]+=*$/

// The shortest of GitHub's tokens has 40 characters, and the longest some 520; a server that is no
// GitHub may have others.
const shortest = 8
const longest = 1024

/** Reads the Authorization header: one, `Bearer` or `token`, with one token of a sensible length. */
export function authorizationFrom(headers: RequestHeaders): Authorization {
  const values = valuesOf(headers, 'authorization')
  const [value] = values
  if (value === undefined) return { kind: 'none' }
  if (values.length > 1) return refused('The Authorization header must come once')

  const text = credentials.exec(value)?.[1]
  if (text === undefined) return refused('The Authorization header must be "Bearer" and a token')
  const token = tokenFrom(text)
  return token
    ? { kind: 'token', token }
    : refused(`A token has ${shortest} to ${longest} characters`)
}

/** Takes a text for a token, or undefined when it has a character or a length that no token has. */
export function tokenFrom(text: string): Secret | undefined {
  const fits = text.length >= shortest && text.length <= longest && token68.test(text)
  return fits ? new Secret(text) : undefined
}

/** Asks for another token, and says what is wrong with the one that came. */
export function challengeFor(description: string): Challenge {
  // A quoted-string ends at a quote (RFC 9110 §5.6.4).
  const quoted = description.replace(/["\\]/g, "'").replace(/[^\x20-\x7e]/g, '?')
  return `Bearer realm="GitHub", error="invalid_token", error_description="${quoted}"`
}

function refused(why: string): Authorization {
  return { kind: 'refused', why, challenge: challengeFor(why) }
}
