/** The tokens that the sample GitHub knows, by the login of their owner. */
export const sampleTokens = {
  ann: 'sample-token-ann',
  ben: 'sample-token-ben',
} as const

const loginByToken = new Map<string, string>(
  Object.entries(sampleTokens).map(([login, token]) => [token, login]),
)

export type Credential = 'none' | 'bad' | { login: string }

/** Reads an Authorization header: `Bearer` or `token`, in any case. */
export function credentialFrom(authorization: string | undefined): Credential {
  if (authorization === undefined) return 'none'
  const token = /^(?:bearer|token) +(\S+)$/i.exec(authorization.trim())?.[1]
  const login = token === undefined ? undefined : loginByToken.get(token)
  return login === undefined ? 'bad' : { login }
}
