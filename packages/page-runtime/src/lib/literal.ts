import type { Expression, ObjectProperty } from 'oxc-parser'

/** The static value of an expression, or what makes it unreadable and where. */
export type Literal = { value: unknown } | { unreadable: string; offset: number }

/** Evaluates a literal as Next does, without running code. */
export function evaluateLiteral(node: Expression): Literal {
  switch (node.type) {
    case 'Literal':
      return { value: node.value }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return evaluateLiteral(node.expression)
    case 'TemplateLiteral':
      return node.expressions.length === 0
        ? { value: node.quasis[0]?.value.cooked }
        : { unreadable: 'a template with an expression', offset: node.start }
    case 'ArrayExpression':
      return evaluateArray(node.elements)
    case 'ObjectExpression':
      return evaluateObject(node.properties)
    case 'Identifier':
      return node.name === 'undefined'
        ? { value: undefined }
        : { unreadable: `the variable ${node.name}`, offset: node.start }
    case 'CallExpression':
      return { unreadable: 'a call', offset: node.start }
    default:
      return { unreadable: 'an expression', offset: node.start }
  }
}

type Elements = Extract<Expression, { type: 'ArrayExpression' }>['elements']
type Properties = Extract<Expression, { type: 'ObjectExpression' }>['properties']

function evaluateArray(elements: Elements): Literal {
  const values: unknown[] = []
  for (const element of elements) {
    if (element?.type === 'SpreadElement') return { unreadable: 'a spread', offset: element.start }
    const result = element === null ? { value: undefined } : evaluateLiteral(element)
    if (!('value' in result)) return result
    values.push(result.value)
  }
  return { value: values }
}

function evaluateObject(properties: Properties): Literal {
  const values: Record<string, unknown> = {}
  for (const property of properties) {
    if (property.type === 'SpreadElement') return { unreadable: 'a spread', offset: property.start }
    const name = propertyName(property)
    if (name === undefined || property.shorthand || property.method) {
      return { unreadable: 'a computed or shorthand property', offset: property.start }
    }
    const result = evaluateLiteral(property.value)
    if (!('value' in result)) return result
    values[name] = result.value
  }
  return { value: values }
}

/** A property's name, unless it is computed. */
export function propertyName({ key, computed }: Pick<ObjectProperty, 'key' | 'computed'>) {
  if (computed) return undefined
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined
}
