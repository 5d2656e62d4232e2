import { type Expression, type ObjectExpression, type Program, Visitor } from 'oxc-parser'
import { propertyName } from './literal.ts'

/** An occurrence in a source file, by its offset. */
export type Occurrence = { description: string; offset: number }

/**
 * Finds what the Edge Runtime does not support on a page: since Next 15.4, it drops the page's
 * status, headers and cookies, and `notFound` and `redirect` have no effect.
 */
export function findUnsupportedAtEdge(program: Program): Occurrence[] {
  const occurrences: Occurrence[] = []

  function recordResult(node: Expression | null): void {
    for (const { properties } of node ? possibleObjects(node) : []) {
      for (const property of properties) {
        const name = property.type === 'Property' ? propertyName(property) : undefined
        if (name !== 'notFound' && name !== 'redirect') continue
        occurrences.push({ description: `returns ${name}`, offset: property.start })
      }
    }
  }

  new Visitor({
    MemberExpression({ computed, object, property, start }) {
      if (computed || object.type !== 'Identifier' || property.type !== 'Identifier') return
      if (property.name === 'res') occurrences.push({ description: 'uses res', offset: start })
    },
    ObjectPattern({ properties }) {
      for (const property of properties) {
        if (property.type !== 'Property' || propertyName(property) !== 'res') continue
        occurrences.push({ description: 'uses res', offset: property.start })
      }
    },
    ReturnStatement({ argument }) {
      recordResult(argument)
    },
    ArrowFunctionExpression({ body }) {
      if (body.type !== 'BlockStatement') recordResult(body)
    },
  }).visit(program)
  return occurrences.toSorted((a, b) => a.offset - b.offset)
}

/** The object literals to which an expression may evaluate. */
function possibleObjects(node: Expression): ObjectExpression[] {
  switch (node.type) {
    case 'ObjectExpression':
      return [node]
    case 'ConditionalExpression':
      return [...possibleObjects(node.consequent), ...possibleObjects(node.alternate)]
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return possibleObjects(node.expression)
    default:
      return []
  }
}
