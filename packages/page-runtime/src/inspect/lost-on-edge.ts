import { type Expression, type ObjectExpression, type Program, Visitor } from 'oxc-parser'
import { nameOf } from './literal.ts'

/** Something in a source, and its offset. */
export type Place = { what: string; at: number }

/**
 * Finds what an edge page does in vain: since Next 15.4 its status, headers and cookies are thrown
 * away, and `notFound` and `redirect` become other answers.
 */
export function lostOnEdge(program: Program): Place[] {
  const places: Place[] = []

  function noteResult(node: Expression | null): void {
    for (const { properties } of node ? objectsIn(node) : []) {
      for (const property of properties) {
        const name = property.type === 'Property' ? nameOf(property) : undefined
        if (name !== 'notFound' && name !== 'redirect') continue
        places.push({ what: `returns ${name}`, at: property.start })
      }
    }
  }

  new Visitor({
    MemberExpression({ computed, object, property, start }) {
      if (computed || object.type !== 'Identifier' || property.type !== 'Identifier') return
      if (property.name === 'res') places.push({ what: 'uses res', at: start })
    },
    ObjectPattern({ properties }) {
      for (const property of properties) {
        if (property.type !== 'Property' || nameOf(property) !== 'res') continue
        places.push({ what: 'uses res', at: property.start })
      }
    },
    ReturnStatement({ argument }) {
      noteResult(argument)
    },
    ArrowFunctionExpression({ body }) {
      if (body.type !== 'BlockStatement') noteResult(body)
    },
  }).visit(program)
  return places.toSorted((one, other) => one.at - other.at)
}

/** The objects that an expression may be. */
function objectsIn(node: Expression): ObjectExpression[] {
  switch (node.type) {
    case 'ObjectExpression':
      return [node]
    case 'ConditionalExpression':
      return [...objectsIn(node.consequent), ...objectsIn(node.alternate)]
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return objectsIn(node.expression)
    default:
      return []
  }
}
