import { type CallExpression, type Expression, type Program, Visitor } from 'oxc-parser'
import { propertyName } from './literal.ts'

/** What sets a page's `Cache-Control`: the page, or possibly a helper that receives the response. */
export type CacheControlSetter = 'page' | 'helper' | undefined

const setterNames = ['setHeader', 'appendHeader']
const responseNames = ['res', 'response', 'context', 'ctx']

/**
 * Finds what sets a page's `Cache-Control`. A page sets it by `res.setHeader('Cache-Control', …)`,
 * by an object of headers with that name, or by a function named accordingly, such as
 * `setCacheHeaders`. A function with another name that receives the response is a helper that may
 * set it.
 */
export function findCacheControlSetter(program: Program): CacheControlSetter {
  let isSetByPage = false
  let isSetByHelper = false
  new Visitor({
    CallExpression(call) {
      isSetByPage ||= isSetter(call)
      isSetByHelper ||= call.arguments.some(
        (argument) => argument.type === 'Identifier' && responseNames.includes(argument.name),
      )
    },
    Property(property) {
      isSetByPage ||= isCacheControl(propertyName(property) ?? '')
    },
  }).visit(program)
  if (isSetByPage) return 'page'
  return isSetByHelper ? 'helper' : undefined
}

function isSetter({ callee, arguments: [first] }: CallExpression): boolean {
  const name = calleeName(callee)
  if (name === undefined) return false
  return setterNames.includes(name)
    ? first?.type === 'Literal' && isCacheControl(String(first.value))
    : /cache_?(control|headers?)$/i.test(name)
}

function calleeName(callee: Expression): string | undefined {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined
  return callee.property.name
}

function isCacheControl(name: string): boolean {
  return /^cache-control$/i.test(name)
}
