/** An application that people may let in. */
export type Client = {
  id: string
  secret: string
  name: string
  /** As with GitHub Apps: access tokens end after hours, and a refresh token gives the next one. */
  tokensExpire: boolean
}

export const clients: readonly Client[] = [
  {
    id: 'sample-client',
    secret: 'sample-client-secret',
    name: 'Sample Dashboard',
    tokensExpire: false,
  },
  {
    id: 'sample-expiring-client',
    secret: 'sample-expiring-client-secret',
    name: 'Sample Dashboard whose tokens expire',
    tokensExpire: true,
  },
]

export function clientById(id: string | undefined): Client | undefined {
  return clients.find((client) => client.id === id)
}

/** The client that an id and a secret belong to. */
export function authenticateClient(
  id: string | undefined,
  secret: string | undefined,
): Client | undefined {
  const client = clientById(id)
  return client?.secret === secret ? client : undefined
}

/** The id and the secret in an Authorization header of the scheme Basic (RFC 7617). */
export function parseBasicCredentials(
  authorization: string | undefined,
): { id: string; secret: string } | undefined {
  const encoded = /^basic +([\w+/=-]+)$/i.exec(authorization?.trim() ?? '')?.[1]
  if (encoded === undefined) return undefined
  const [, id, secret] = /^([^:]*):(.*)$/.exec(Buffer.from(encoded, 'base64').toString()) ?? []
  return id === undefined || secret === undefined ? undefined : { id, secret }
}
