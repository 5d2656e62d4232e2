import { currentRuntime } from '@repo/page-runtime'
import type { GetServerSidePropsContext } from 'next'

/** The objects and globals in getServerSideProps on its runtime. */
export type Observation = {
  runtime: string
  request: ObservedMember[]
  response: ObservedMember[]
  globals: ObservedMember[]
}

/** A member as code writes it, and its type; for a call, its result. */
export type ObservedMember = { name: string; type: string }

const requestMembers = ['url', 'method', 'httpVersion', 'headers', 'cookies', 'socket', 'on']
const responseMembers = ['setHeader', 'getHeader', 'statusCode', 'writeHead', 'end', 'on']
const processMethods = ['cwd', 'uptime', 'memoryUsage']
const globals = ['fetch', 'crypto', 'ReadableStream', 'Buffer', 'setImmediate', 'EdgeRuntime']

/**
 * Observes the context and the globals of `getServerSideProps`, on either runtime. It returns types,
 * not values, because the page is public and a request is not.
 */
export function observeRuntime(context: GetServerSidePropsContext): Observation {
  const { req, res } = context
  res.setHeader('X-Runtime-Lesson', 'set')
  return {
    runtime: currentRuntime() ?? 'unknown',
    request: [
      ...observeMembers(req, 'req', requestMembers),
      ...observeMembers(req.headers, 'req.headers', ['get', 'host']),
      ...observeMembers(context, 'context', ['resolvedUrl']),
    ],
    response: [
      ...observeMembers(res, 'res', responseMembers),
      {
        name: "res.getHeader('X-Runtime-Lesson')",
        type: String(res.getHeader('X-Runtime-Lesson')),
      },
    ],
    globals: [
      ...observeMembers(globalThis, 'globalThis', globals),
      ...processMethods.map((name) => ({ name: `process.${name}()`, type: observeCall(name) })),
    ],
  }
}

function observeMembers(
  object: object,
  name: string,
  members: readonly string[],
): ObservedMember[] {
  return members.map((member) => ({
    name: `${name}.${member}`.replace(/^globalThis\./, ''),
    type: typeof Reflect.get(object, member),
  }))
}

// The Edge Runtime defines these methods, but they throw.
function observeCall(processMethod: string): string {
  try {
    Reflect.get(Reflect.get(globalThis, 'process'), processMethod)()
    return 'works'
  } catch {
    return 'throws'
  }
}
