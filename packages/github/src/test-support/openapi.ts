import { readFileSync } from 'node:fs'
import fc from 'fast-check'

type Schema = {
  $ref?: string
  type?: 'array' | 'boolean' | 'integer' | 'number' | 'object' | 'string'
  format?: string
  enum?: unknown[]
  nullable?: boolean
  items?: Schema
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}

type OpenApi = { bodies: Record<string, Schema>; components: { schemas: Record<string, Schema> } }

/** An excerpt of GitHub's OpenAPI description, which `scripts/excerpt-openapi.ts` writes. */
const openApi: OpenApi = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'))

const API = 'https://api.github.com/repos/acme/rocket'

// Properties that identify an item, make it public, or have a format that is not described.
const fixedProperties: Record<string, unknown> = {
  full_name: 'acme/rocket',
  login: 'mona',
  number: 7,
  tag_name: 'v1.0.0',
  repository_url: API,
  issue_url: `${API}/issues/7`,
  pull_request_url: `${API}/pulls/7`,
  private: false,
  visibility: 'public',
  draft: false,
  week: 1_779_580_800,
}

const plainProperties: Record<string, unknown> = {
  days: [1, 2, 3, 4, 5, 6, 7],
  // A quota that can always be read.
  core: { limit: 60, remaining: 59, reset: 1_779_580_800 },
}
const plainSchemas: Record<string, unknown> = { 'code-frequency-stat': [1_779_580_800, 3, -2] }

const MAX_DEPTH = 5

/** The paths that the excerpt describes, such as `/repos/{owner}/{repo}`. */
export const describedPaths = Object.keys(openApi.bodies)

/** The usual body of a path: every property, and nothing odd. */
export function plainBody(path: string): unknown {
  return plain(bodySchema(path), undefined, 0)
}

/** Every body that GitHub describes for a path. A list begins with a usual item. */
export function describedBody(path: string): fc.Arbitrary<unknown> {
  return described(bodySchema(path), undefined, 0)
}

/** Whether a property says which thing its object is, or whether it is public. */
export function isFixed(property: string): boolean {
  return Object.hasOwn(fixedProperties, property)
}

function bodySchema(path: string): Schema {
  const schema = openApi.bodies[path]
  if (!schema) throw new Error(`${path} is not in the excerpt`)
  return schema
}

function resolve(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  const target = name === undefined ? schema : openApi.components.schemas[name]
  if (!target) throw new Error(`${schema.$ref} is not in the excerpt`)
  if (name !== undefined) return resolve(target)
  if (!target.allOf) return target
  const parts = target.allOf.map(resolve)
  return {
    ...target,
    type: 'object',
    properties: Object.assign({}, ...parts.map(({ properties }) => properties), target.properties),
    required: [...parts, target].flatMap(({ required = [] }) => required),
  }
}

function plain(reference: Schema, name: string | undefined, depth: number): unknown {
  if (name !== undefined && isFixed(name)) return fixedProperties[name]
  if (name !== undefined && Object.hasOwn(plainProperties, name)) return plainProperties[name]
  const refName = reference.$ref?.split('/').at(-1)
  if (refName !== undefined && Object.hasOwn(plainSchemas, refName)) return plainSchemas[refName]

  const schema = resolve(reference)
  const [variant] = schema.oneOf ?? schema.anyOf ?? []
  if (variant) return plain(variant, name, depth)
  if (schema.enum) return schema.enum.find((value) => value !== null)
  if (schema.type === 'array') return depth > MAX_DEPTH ? [] : [plainItem(schema, depth)]
  if (schema.type === 'boolean') return false
  if (schema.type === 'integer' || schema.type === 'number') return 3
  if (schema.type === 'string') return plainText(schema.format)
  if (depth > MAX_DEPTH) return {}
  const properties = Object.entries(schema.properties ?? {}).map(([key, property]) => [
    key,
    plain(property, key, depth + 1),
  ])
  const more = schema.additionalProperties
  const known = typeof more === 'object' ? [['usual', plain(more, undefined, depth + 1)]] : []
  return Object.fromEntries([...properties, ...known])
}

function plainItem(schema: Schema, depth: number): unknown {
  return plain(schema.items ?? {}, undefined, depth + 1)
}

function plainText(format: string | undefined): string {
  if (format === 'date-time') return '2026-05-01T10:00:00Z'
  return format === 'uri' ? 'https://github.com/acme/rocket' : 'usual'
}

function described(
  reference: Schema,
  name: string | undefined,
  depth: number,
): fc.Arbitrary<unknown> {
  if (name === 'core' || (name !== undefined && isFixed(name))) {
    return fc.constant(plain(reference, name, depth))
  }
  const schema = resolve(reference)
  const value = describedValue(schema, name, depth)
  return schema.nullable ? fc.option(value, { nil: null, freq: 3 }) : value
}

function describedValue(
  schema: Schema,
  name: string | undefined,
  depth: number,
): fc.Arbitrary<unknown> {
  const variants = schema.oneOf ?? schema.anyOf
  if (variants) return fc.oneof(...variants.map((variant) => described(variant, name, depth)))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'array':
      return depth > MAX_DEPTH ? fc.constant([]) : describedList(schema, depth)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return integers
    case 'number':
      return fc.oneof(integers, fc.double({ noNaN: true, noDefaultInfinity: true }))
    case 'string':
      return schema.format === 'date-time' ? dateTimes.map(({ text }) => text) : texts
    default:
      return depth > MAX_DEPTH ? fc.constant({}) : describedObject(schema, depth)
  }
}

function describedList(schema: Schema, depth: number): fc.Arbitrary<unknown[]> {
  const item = described(schema.items ?? {}, undefined, depth + 1)
  const { minItems, maxItems = 3 } = schema
  if (minItems !== undefined) return fc.array(item, { minLength: minItems, maxLength: maxItems })
  return fc.array(item, { maxLength: 2 }).map((items) => [plainItem(schema, depth), ...items])
}

function describedObject(schema: Schema, depth: number): fc.Arbitrary<object> {
  const { properties = {}, required = [], additionalProperties: more } = schema
  const fields = Object.fromEntries(
    Object.entries(properties).map(([key, property]) => [key, described(property, key, depth + 1)]),
  )
  // A fixed property is always there: without it, the object would not be this thing.
  const requiredKeys = Object.keys(fields).filter((key) => required.includes(key) || isFixed(key))
  const known = fc.record(fields, { requiredKeys })
  if (typeof more !== 'object') return known
  const others = fc.dictionary(fc.string(), described(more, undefined, depth + 1), { maxKeys: 3 })
  const usual = plain(more, undefined, depth + 1)
  return fc.tuple(known, others).map(([object, rest]) => ({ ...rest, ...object, usual }))
}

const integers = fc.oneof(
  fc.integer({ min: -3, max: 100 }),
  fc.constantFrom(-1, 2 ** 31, -(2 ** 31), Number.MAX_SAFE_INTEGER, 2 ** 53, -(2 ** 60), 1e21),
)

/** Texts that are empty, long, or from all over the world. */
const texts = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    ':rocket:',
    '__proto__',
    'constructor',
    '\0',
    '\u202e',
    'x'.repeat(9000),
  ),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
)

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** A date and time in every form of RFC 3339 §5.6, and the same time as GitHub writes it. */
export const dateTimes = fc
  .record({
    seconds: fc.integer({ min: Date.UTC(1000) / 1000, max: Date.UTC(9000) / 1000 }),
    offsetMinutes: fc.integer({ min: -1439, max: 1439 }),
    hasOffset: fc.boolean(),
    separator: fc.constantFrom('T', 't', ' '),
    zulu: fc.constantFrom('Z', 'z'),
    fraction: fc.oneof(fc.constant(''), fc.stringMatching(/^\.\d{1,12}$/)),
  })
  .map(({ seconds, offsetMinutes, hasOffset, separator, zulu, fraction }) => {
    const minutes = hasOffset ? offsetMinutes : 0
    const local = new Date((seconds + minutes * 60) * 1000).toISOString()
    const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
    const offset = `${minutes < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(rest)}`
    const text = `${local.slice(0, 10)}${separator}${local.slice(11, 19)}${fraction}${hasOffset ? offset : zulu}`
    return { text, utc: `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z` }
  })

/** Values that GitHub documents nowhere. */
export const oddValues = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', -1, 1.5, true, [], {}, [null], { a: 1 }),
  integers,
  texts,
  fc.jsonValue(),
)
