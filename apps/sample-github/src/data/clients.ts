/** An OAuth application. */
export type Client = {
  id: string
  secret: string
  name: string
  /** Access tokens expire after hours and have a refresh token, as those of GitHub Apps do. */
  tokensExpire: boolean
}

const clients: readonly Client[] = [
  {
    id: 'sample-client',
    secret: 'sample-client-secret',
    name: 'Sample Dashboard',
    tokensExpire: false,
  },
  {
    id: 'sample-expiring-client',
    secret: 'sample-expiring-client-secret',
    name: 'Sample Dashboard with expiring tokens',
    tokensExpire: true,
  },
]

export function clientById(id: string | undefined): Client | undefined {
  return clients.find((client) => client.id === id)
}

/** The client with this id, if the secret is right. */
export function authenticateClient(
  id: string | undefined,
  secret: string | undefined,
): Client | undefined {
  const client = clientById(id)
  return client?.secret === secret ? client : undefined
}

/** The client id and secret of a Basic Authorization header (RFC 7617). */
export function parseBasicCredentials(
  authorization: string | undefined,
): { id: string; secret: string } | undefined {
  const encoded = /^basic +([\w+/=-]+)$/i.exec(authorization?.trim() ?? '')?.[1]
  if (encoded === undefined) return undefined
  const [, id, secret] = /^([^:]*):(.*)$/.exec(Buffer.from(encoded, 'base64').toString()) ?? []
  return id === undefined || secret === undefined ? undefined : { id, secret }
}
