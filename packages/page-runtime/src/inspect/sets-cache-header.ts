import { type Expression, type Program, Visitor } from 'oxc-parser'
import { nameOf } from './literal.ts'

const setters = ['setHeader', 'appendHeader']

/**
 * Tells whether a page sets its cache headers itself: by `res.setHeader('Cache-Control', …)`, by an
 * object of headers with that name, or by a function that says so in its own name, such as
 * `setCacheHeaders(res, …)`.
 */
export function setsCacheHeader(program: Program): boolean {
  let does = false
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      const name = calledName(callee)
      if (name === undefined) return
      does ||= setters.includes(name)
        ? first?.type === 'Literal' && isCacheControl(String(first.value))
        : /cache_?(control|headers?)$/i.test(name)
    },
    Property(property) {
      does ||= isCacheControl(nameOf(property) ?? '')
    },
  }).visit(program)
  return does
}

function calledName(callee: Expression): string | undefined {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined
  return callee.property.name
}

function isCacheControl(name: string): boolean {
  return /^cache-control$/i.test(name)
}
