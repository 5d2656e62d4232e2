import { type Context, Hono } from 'hono'
import type { SampleEnv } from '../http/context.ts'
import type { Grant } from '../state/grants.ts'

const MAX_LIFETIME_SECONDS = 31_536_000

/** The control API for tokens. */
export const oauthControlRoutes = new Hono<SampleEnv>()

oauthControlRoutes.get('/grants', (c) => {
  const login = c.req.query('login')
  const grants = c
    .get('state')
    .grants.ofApplications()
    .filter((grant) => login === undefined || grant.login === login)
  return c.json(
    grants.map(({ login, clientId, scope, accessToken, refreshToken = null }) => {
      const isValid = c.get('state').grants.findByToken(accessToken) !== undefined
      return { login, clientId, scope, accessToken, refreshToken, expired: !isValid }
    }),
  )
})

oauthControlRoutes.post('/revoke', async (c) => {
  const matches = parseTarget(await readJson(c))
  if (!matches) return c.json({ message: invalidTarget }, 400)
  return c.json({ revoked: c.get('state').grants.revokeWhere(matches) })
})

oauthControlRoutes.post('/expire', async (c) => {
  const matches = parseTarget(await readJson(c))
  if (!matches) return c.json({ message: invalidTarget }, 400)
  return c.json({ expired: c.get('state').grants.expireWhere(matches) })
})

oauthControlRoutes.post('/lifetime', async (c) => {
  const { seconds } = await readJson(c)
  if (!isLifetime(seconds)) {
    return c.json(
      { message: `seconds must be a whole number from 0 to ${MAX_LIFETIME_SECONDS}` },
      400,
    )
  }
  c.get('state').grants.setLifetime(seconds)
  return c.json({ seconds })
})

const invalidTarget = 'token or login must select the tokens'

/** Selects a single token, or every application token of a login, which excludes the fixed tokens. */
function parseTarget({ token, login }: Record<string, unknown>) {
  if (typeof token === 'string') return (grant: Grant) => grant.accessToken === token
  if (typeof login !== 'string') return undefined
  return (grant: Grant) => grant.login === login && grant.clientId !== undefined
}

async function readJson(c: Context<SampleEnv>): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => undefined)
  return typeof body === 'object' && body !== null ? { ...body } : {}
}

function isLifetime(value: unknown): value is number {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= 0 &&
    value <= MAX_LIFETIME_SECONDS
  )
}
