import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fromRoot } from '../programs.ts'
import type { BuiltFunction } from './build-output.ts'
import { type RunningFunction, toHeaders } from './node-function.ts'

const requireFromDashboard = createRequire(fromRoot('apps/dashboard/package.json'))

type EdgeRuntime = new (options: {
  extend: (context: Record<string, unknown>) => Record<string, unknown>
}) => { evaluate: (code: string) => unknown; context: { edgeFunction: EdgeHandler } & WebClasses }

type WebClasses = { Request: typeof Request }
type EdgeHandler = (request: Request, context: { waitUntil: () => void }) => Promise<Response>

// These are the modules of Node.js that Vercel's runtime has.
const nodeModules = ['assert', 'async_hooks', 'buffer', 'events', 'util']

/** Loads an edge function into the runtime that `next start` uses: Web APIs, without Node.js. */
export function loadEdgeFunction(
  { folder, settings }: BuiltFunction,
  env: Record<string, string>,
): RunningFunction {
  const { EdgeRuntime }: { EdgeRuntime: EdgeRuntime } = requireFromDashboard(
    'next/dist/compiled/edge-runtime',
  )
  const { AsyncLocalStorage } = requireFromDashboard('node:async_hooks')
  const runtime = new EdgeRuntime({
    extend: (context) =>
      Object.assign(context, {
        AsyncLocalStorage,
        process: { env: { ...settings.environment, ...env } },
        require: requireNodeModule,
      }),
  })
  const code = readFileSync(join(folder, settings.entrypoint ?? ''), 'utf8')
  // The file is a module with this one export; the runtime evaluates scripts.
  runtime.evaluate(code.replace(/^\s*export default /m, 'globalThis.edgeFunction = '))
  const { context } = runtime
  return {
    async invoke({ method, target, headers, body }) {
      const url = `http://${headers.host}${target}`
      const init = { method, headers: toHeaders(headers), ...(body.length > 0 && { body }) }
      return context.edgeFunction(new context.Request(url, init), { waitUntil: () => {} })
    },
    end: () => {},
  }
}

function requireNodeModule(name: string): unknown {
  if (nodeModules.includes(name.replace(/^node:/, ''))) return requireFromDashboard(name)
  throw new Error(`The Edge Runtime has no module ${name}`)
}
