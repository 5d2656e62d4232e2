import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { isFault } from '../data/faults.ts'
import type { SampleEnv } from '../http/context.ts'
import { oauthControlRoutes } from './oauth-routes.ts'
import { pushCommit, type Webhook } from './push.ts'

/** The base path of the control API, which GitHub does not have. */
export const controlPath = '/_control'

const MAX_DELAY_MS = 600_000

export const controlRoutes = new Hono<SampleEnv>()

function isLoopback(address: string | undefined): boolean {
  return address === undefined || /^(?:::ffff:)?127\.|^::1$/.test(address)
}

const loopbackOnly = createMiddleware<SampleEnv>(async (c, next) => {
  if (isLoopback(c.env?.incoming?.socket.remoteAddress)) return next()
  return c.json({ message: 'The control API is available only on this machine' }, 403)
})

controlRoutes.use(loopbackOnly)

function badRequest(c: Context, message: string): Response {
  return c.json({ message }, 400)
}

async function readJson(c: Context): Promise<object> {
  const body: unknown = await c.req.json().catch(() => undefined)
  return typeof body === 'object' && body !== null ? body : {}
}

controlRoutes.get('/requests', (c) => c.json(c.get('state').requests(c.req.query('prefix') ?? '/')))

controlRoutes.get('/unknown', (c) => c.json(c.get('state').unknownRequests()))

controlRoutes.post('/faults', async (c) => {
  const body = await readJson(c)
  if (!('prefix' in body) || !isPrefix(body.prefix)) return badRequest(c, invalidPrefix)
  if (!('fault' in body) || typeof body.fault !== 'string' || !isFault(body.fault)) {
    return badRequest(c, 'fault must be one of the fault names, such as "status-500"')
  }
  c.get('state').setFault(body.prefix, body.fault)
  return c.json({ prefix: body.prefix, fault: body.fault })
})

controlRoutes.delete('/faults', (c) => {
  const prefix = c.req.query('prefix')
  if (prefix !== undefined && !isPrefix(prefix)) return badRequest(c, invalidPrefix)
  c.get('state').removeFaults(prefix)
  return c.json({})
})

controlRoutes.post('/latency', async (c) => {
  const body = await readJson(c)
  const prefix = 'prefix' in body ? body.prefix : '/'
  if (!isPrefix(prefix)) return badRequest(c, invalidPrefix)
  const milliseconds = 'milliseconds' in body ? body.milliseconds : undefined
  if (!isDelay(milliseconds)) {
    return badRequest(c, `milliseconds must be a whole number from 0 to ${MAX_DELAY_MS}`)
  }
  c.get('state').setDelay(prefix, milliseconds)
  return c.json({ prefix, milliseconds })
})

controlRoutes.post('/push', async (c) => {
  const body = await readJson(c)
  const repository = 'repository' in body ? body.repository : undefined
  if (typeof repository !== 'string') return badRequest(c, 'repository must be owner/name')
  const webhook = readWebhook(body)
  if (webhook === 'invalid') return badRequest(c, 'webhook must have a url and a secret')
  const pushed = await pushCommit(c, repository, webhook)
  return pushed ? c.json(pushed) : badRequest(c, `there is no repository ${repository}`)
})

controlRoutes.route('/oauth', oauthControlRoutes)

controlRoutes.post('/reset', (c) => {
  c.get('state').reset()
  return c.json({})
})

controlRoutes.all('*', (c) =>
  c.json({ message: `Unknown control endpoint ${c.req.method} ${c.get('path')}` }, 404),
)

const invalidPrefix = 'prefix must be a path that begins with "/"'

function readWebhook(body: object): Webhook | undefined | 'invalid' {
  if (!('webhook' in body)) return undefined
  const { webhook } = body
  if (typeof webhook !== 'object' || webhook === null) return 'invalid'
  const { url, secret } = { url: undefined, secret: undefined, ...webhook }
  if (typeof url !== 'string' || !URL.canParse(url) || typeof secret !== 'string') return 'invalid'
  return { url, secret }
}

function isPrefix(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('/')
}

function isDelay(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_DELAY_MS
}
