import type { Expression, ObjectProperty } from 'oxc-parser'

/** What Next reads from an expression without running it, or where and why it cannot. */
export type Literal = { value: unknown } | { notLiteral: string; at: number }

/** Reads an expression as Next does: what is written out, and nothing that must be run. */
export function literal(node: Expression): Literal {
  switch (node.type) {
    case 'Literal':
      return { value: node.value }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return literal(node.expression)
    case 'TemplateLiteral':
      return node.expressions.length === 0
        ? { value: node.quasis[0]?.value.cooked }
        : { notLiteral: 'a template with an expression', at: node.start }
    case 'ArrayExpression':
      return arrayLiteral(node.elements)
    case 'ObjectExpression':
      return objectLiteral(node.properties)
    case 'Identifier':
      return node.name === 'undefined'
        ? { value: undefined }
        : { notLiteral: `the name ${node.name}`, at: node.start }
    case 'CallExpression':
      return { notLiteral: 'a call', at: node.start }
    default:
      return { notLiteral: 'an expression', at: node.start }
  }
}

type Elements = Extract<Expression, { type: 'ArrayExpression' }>['elements']
type Properties = Extract<Expression, { type: 'ObjectExpression' }>['properties']

function arrayLiteral(elements: Elements): Literal {
  const values: unknown[] = []
  for (const element of elements) {
    if (element?.type === 'SpreadElement') return { notLiteral: 'a spread', at: element.start }
    const read = element === null ? { value: undefined } : literal(element)
    if (!('value' in read)) return read
    values.push(read.value)
  }
  return { value: values }
}

function objectLiteral(properties: Properties): Literal {
  const values: Record<string, unknown> = {}
  for (const property of properties) {
    if (property.type === 'SpreadElement') return { notLiteral: 'a spread', at: property.start }
    const name = nameOf(property)
    if (name === undefined || property.shorthand || property.method) {
      return { notLiteral: 'a key that is not written out', at: property.start }
    }
    const read = literal(property.value)
    if (!('value' in read)) return read
    values[name] = read.value
  }
  return { value: values }
}

/** A property's name, where it is written out. */
export function nameOf({ key, computed }: Pick<ObjectProperty, 'key' | 'computed'>) {
  if (computed) return undefined
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined
}
