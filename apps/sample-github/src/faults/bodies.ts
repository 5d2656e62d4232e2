import { gzipSync } from 'node:zlib'
import type { Fault } from './fault.ts'

const json = 'application/json; charset=utf-8'

/** The healthy response with a rewritten body. */
function rewriteBody(rewrite: (value: unknown) => string): Fault {
  return async ({ healthy }) => {
    const response = await healthy()
    const text = await response.text()
    const value = parsed(text)
    return new Response(value === undefined ? text : rewrite(value), response)
  }
}

/** `undefined` if the text is not JSON, such as a README as HTML. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/** Applies `change` to every string, number and boolean at any depth. */
function mapLeaves(
  value: unknown,
  change: (leaf: unknown, key: string) => unknown,
  key = '',
): unknown {
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, change, key))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, mapLeaves(item, change, name)]),
    )
  }
  return change(value, key)
}

function wrongType(leaf: unknown, key: string): unknown {
  // A repository with an odd `private` is private to its readers, whatever else is wrong.
  if (key === 'private') return leaf
  switch (typeof leaf) {
    case 'number':
      return String(leaf)
    case 'string':
      return leaf.length
    case 'boolean':
      return leaf ? 'yes' : 'no'
    default:
      return leaf
  }
}

// Without `private`, a repository counts as private to a client that has a token.
const remainingFields = new Set(['id', 'full_name', 'private', 'items'])

function removeFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(removeFields)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => remainingFields.has(name))
      .map(([name, item]) => [name, removeFields(item)]),
  )
}

const marker = 'a number goes here'

/** `JSON.stringify` cannot write thirty digits, so they replace a marker. */
function hugeNumbers(value: unknown): string {
  const marked = mapLeaves(value, (leaf) => (typeof leaf === 'number' ? marker : leaf))
  return JSON.stringify(marked).replaceAll(`"${marker}"`, '123456789012345678901234567890')
}

const invalidDates = [
  '2026-13-45T99:99:99Z',
  'yesterday',
  '0000-00-00T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '',
]

function wrongDates(value: unknown): string {
  let count = 0
  const changed = mapLeaves(value, (leaf, key) => {
    if (typeof leaf === 'string' && /^\d{4}-\d\d-\d\dT/.test(leaf)) {
      return invalidDates[count++ % invalidDates.length]
    }
    return key === 'week' || key === 'w' ? 8_640_000_000_001 : leaf
  })
  return JSON.stringify(changed)
}

function half(text: string): string {
  return text.slice(0, Math.floor(text.length / 2))
}

const page = (title: string, text: string) =>
  `<!DOCTYPE html>\n<html>\n<head><title>${title}</title></head>\n<body>\n<p><strong>${text}</strong></p>\n</body>\n</html>\n`

const html = 'text/html; charset=utf-8'

function fixedBody(body: string, contentType: string, status = 200): Fault {
  return () => new Response(body, { status, headers: { 'content-type': contentType } })
}

/** Faults with well-formed HTTP and a wrong body. */
export const bodyFaults: Record<string, Fault> = {
  'html-200': fixedBody(page('Hello', 'This is a web page.'), html),
  'html-502': fixedBody(
    page('Unicorn! · GitHub', "We couldn't respond to your request in time."),
    html,
    502,
  ),
  'empty-200': fixedBody('', json),
  'null-body': fixedBody('null', json),
  'array-body': fixedBody('[]', json),
  'text-body': fixedBody('It works!', 'text/plain; charset=utf-8'),
  'missing-fields': rewriteBody((value) => JSON.stringify(removeFields(value))),
  'wrong-types': rewriteBody((value) => JSON.stringify(mapLeaves(value, wrongType))),
  'huge-number': rewriteBody(hugeNumbers),
  'wrong-dates': rewriteBody(wrongDates),
  'cut-json': rewriteBody((value) => half(JSON.stringify(value))),
  'cut-gzip': async ({ healthy }) => {
    const response = await healthy()
    const zipped = new Uint8Array(gzipSync(await response.text()))
    return withGzip(response, zipped.slice(0, Math.floor(zipped.length / 2)))
  },
  'bad-gzip': async ({ healthy }) => {
    const response = await healthy()
    return withGzip(response, 'This was never compressed, whatever the header says.')
  },
}

function withGzip(response: Response, body: string | Uint8Array<ArrayBuffer>): Response {
  const changed = new Response(body, response)
  changed.headers.set('content-encoding', 'gzip')
  return changed
}
