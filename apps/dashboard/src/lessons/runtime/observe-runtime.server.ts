import { currentRuntime } from '@repo/page-runtime'
import type { GetServerSidePropsContext } from 'next'

/** What a page's function finds around it. */
export type Observation = {
  runtime: string
  /** Names as a page writes them, and the type of what is there, or what comes of a call. */
  request: Found[]
  response: Found[]
  globals: Found[]
}

export type Found = { name: string; is: string }

const requestMembers = ['url', 'method', 'httpVersion', 'headers', 'cookies', 'socket', 'on']
const responseMembers = ['setHeader', 'getHeader', 'statusCode', 'writeHead', 'end', 'on']
const processCalls = ['cwd', 'uptime', 'memoryUsage']
const globals = ['fetch', 'crypto', 'ReadableStream', 'Buffer', 'setImmediate', 'EdgeRuntime']

/**
 * Looks around in `getServerSideProps`, on either runtime. It tells types and not values: the page is
 * kept for everybody, and a request is somebody's.
 */
export function observeRuntime(context: GetServerSidePropsContext): Observation {
  const { req, res } = context
  res.setHeader('X-Runtime-Lesson', 'set')
  return {
    runtime: currentRuntime() ?? 'unknown',
    request: [
      ...typesOf(req, 'req', requestMembers),
      ...typesOf(req.headers, 'req.headers', ['get', 'host']),
      ...typesOf(context, 'context', ['resolvedUrl']),
    ],
    response: [
      ...typesOf(res, 'res', responseMembers),
      { name: "res.getHeader('X-Runtime-Lesson')", is: String(res.getHeader('X-Runtime-Lesson')) },
    ],
    globals: [
      ...typesOf(globalThis, 'globalThis', globals),
      ...processCalls.map((name) => ({ name: `process.${name}()`, is: tried(name) })),
    ],
  }
}

function typesOf(object: object, name: string, members: readonly string[]): Found[] {
  return members.map((member) => ({
    name: `${name}.${member}`.replace(/^globalThis\./, ''),
    is: typeof Reflect.get(object, member),
  }))
}

// The Edge Runtime has functions of these names, which throw when they are called.
function tried(name: string): string {
  try {
    Reflect.get(Reflect.get(globalThis, 'process'), name)()
    return 'works'
  } catch {
    return 'throws'
  }
}
