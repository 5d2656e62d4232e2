import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { simpleUser } from '../bodies/account.ts'
import { type Schema, type View, web } from '../bodies/schemas.ts'
import { findAccount } from '../data/accounts.ts'
import { authenticateClient, type Client, parseBasicCredentials } from '../data/clients.ts'
import { isoDate } from '../data/clock.ts'
import { hash } from '../data/random.ts'
import type { SampleContext, SampleEnv } from '../http/context.ts'
import { sendEmpty } from '../http/send.ts'
import { githubError, notFound } from '../http/thrown-response.ts'
import type { Grant } from '../state/grants.ts'

const documentation = '/apps/oauth-applications'

/** The endpoints where an application checks and revokes its tokens. */
export const applicationRoutes = new Hono<SampleEnv>()

applicationRoutes.post('/applications/:clientId/token', async (c) => {
  const client = requireClient(c)
  const grant = await requireGrant(c, client, `${documentation}#check-a-token`)
  if (!c.get('state').grants.findByToken(grant.accessToken)) {
    throw notFound(`${documentation}#check-a-token`)
  }
  return c.json(authorization(client, grant, c.get('view')))
})

applicationRoutes.delete('/applications/:clientId/token', async (c) => {
  const docs = `${documentation}#delete-an-app-token`
  const { accessToken } = await requireGrant(c, requireClient(c), docs)
  c.get('state').grants.revokeWhere((grant) => grant.accessToken === accessToken)
  return sendEmpty(204)
})

applicationRoutes.delete('/applications/:clientId/grant', async (c) => {
  const docs = `${documentation}#delete-an-app-authorization`
  const { login, clientId } = await requireGrant(c, requireClient(c), docs)
  c.get('state').grants.revokeWhere((grant) => grant.login === login && grant.clientId === clientId)
  return sendEmpty(204)
})

function requireClient(c: SampleContext): Client {
  const basic = parseBasicCredentials(c.req.header('authorization'))
  const client = authenticateClient(basic?.id, basic?.secret)
  if (!client) throw githubError(401, 'Bad credentials')
  if (client.id !== c.req.param('clientId')) throw notFound(documentation)
  return client
}

/** The grant of the token in the body, even if expired; throws for tokens of other applications. */
async function requireGrant(c: SampleContext, client: Client, docs: string): Promise<Grant> {
  const body: unknown = await c.req.json().catch(() => undefined)
  const token =
    typeof body === 'object' && body !== null && 'access_token' in body
      ? body.access_token
      : undefined
  if (typeof token !== 'string') throw githubError(422, 'Validation Failed', docs)
  const grant = c
    .get('state')
    .grants.ofApplications()
    .find((candidate) => candidate.accessToken === token)
  if (grant?.clientId !== client.id) throw notFound(docs)
  return grant
}

function authorization(client: Client, grant: Grant, view: View): Schema<'authorization'> {
  const id = hash(grant.accessToken)
  const createdAt = isoDate(grant.createdAt)
  const account = findAccount(grant.login)
  return {
    id,
    url: `${view.api}/authorizations/${id}`,
    app: { name: client.name, url: web, client_id: client.id },
    token: grant.accessToken,
    hashed_token: createHash('sha256').update(grant.accessToken).digest('hex'),
    token_last_eight: grant.accessToken.slice(-8),
    note: null,
    note_url: null,
    created_at: createdAt,
    updated_at: createdAt,
    scopes: grant.scope === '' ? [] : grant.scope.split(','),
    fingerprint: null,
    expires_at: grant.expiresAt === undefined ? null : isoDate(grant.expiresAt),
    user: account ? simpleUser(account, view) : null,
  }
}
