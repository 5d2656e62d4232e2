import { type CallExpression, type Expression, type Program, Visitor } from 'oxc-parser'
import { nameOf } from './literal.ts'

/** Who sets a page's cache headers, as far as its file tells: itself, perhaps a function that it calls, or nobody. */
export type CacheHeaderSetter = 'page' | 'helper' | undefined

const setters = ['setHeader', 'appendHeader']
const responses = ['res', 'response', 'context', 'ctx']

/**
 * Tells whether a page sets its cache headers itself: by `res.setHeader('Cache-Control', …)`, by an
 * object of headers with that name, or by a function that says so in its own name, such as
 * `setCacheHeaders(res, …)`. A function with another name that gets the response may do it too.
 */
export function cacheHeaderSetter(program: Program): CacheHeaderSetter {
  let byPage = false
  let byHelper = false
  new Visitor({
    CallExpression(call) {
      byPage ||= isSetter(call)
      byHelper ||= call.arguments.some(
        (argument) => argument.type === 'Identifier' && responses.includes(argument.name),
      )
    },
    Property(property) {
      byPage ||= isCacheControl(nameOf(property) ?? '')
    },
  }).visit(program)
  if (byPage) return 'page'
  return byHelper ? 'helper' : undefined
}

function isSetter({ callee, arguments: [first] }: CallExpression): boolean {
  const name = calledName(callee)
  if (name === undefined) return false
  return setters.includes(name)
    ? first?.type === 'Literal' && isCacheControl(String(first.value))
    : /cache_?(control|headers?)$/i.test(name)
}

function calledName(callee: Expression): string | undefined {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined
  return callee.property.name
}

function isCacheControl(name: string): boolean {
  return /^cache-control$/i.test(name)
}
