import { createMiddleware } from 'hono/factory'
import type { SampleEnv } from '../http/context.ts'
import { bodyFaults } from './bodies.ts'
import type { Fault } from './fault.ts'
import { restrictionFaults } from './restrictions.ts'
import { socketFaults } from './sockets.ts'
import { rateLimited, statusFaults, withStatus } from './statuses.ts'
import { faultInUrl, type Target } from './targets.ts'

const faults: Record<string, Fault> = {
  ...statusFaults,
  ...restrictionFaults,
  ...bodyFaults,
  ...socketFaults,
}

function faultNamed(name: string): Fault {
  const fault = faults[name]
  if (fault) return fault
  const [, kind, number] = /^(status|reset-in)-(\d+)$/.exec(name) ?? []
  if (kind === 'status') return withStatus(Number(number))
  if (kind === 'reset-in') return rateLimited(403, Number(number))
  throw new Error(`The fault ${name} has no implementation`)
}

/** Applies the fault that the control API or the URL selects. */
export function applyFaults(redirectOrigin: string, now: () => number) {
  return createMiddleware<SampleEnv>(async (c, next) => {
    const paths = c.get('paths')
    const { search } = new URL(c.req.url)
    const rule = c.get('state').faultFor(paths)
    const target: Target | undefined = rule
      ? { name: rule.value, place: rule.prefix }
      : paths.map((path) => faultInUrl(path, search)).find((found) => found !== undefined)
    if (!target) return next()
    if (target.again && c.req.header('if-none-match') === undefined) return next()

    const unchanged = async () => {
      await next()
      const response = c.res
      c.res = undefined
      return response
    }
    const healthy = () => {
      c.set('isUnconditional', true)
      return unchanged()
    }
    const count = c.get('state').nextCount(`fault ${target.name} ${target.place}`)
    const seconds = Math.floor(now() / 1000)
    c.res = await faultNamed(target.name)({ c, healthy, unchanged, count, seconds, redirectOrigin })
  })
}
