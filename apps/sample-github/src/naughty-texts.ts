import { createMiddleware } from 'hono/factory'
import { naughtyStrings } from './data/naughty-strings.ts'
import { hash } from './data/random.ts'
import type { SampleEnv } from './http/context.ts'

// Text that people write; names with a grammar, such as logins, stay unchanged.
const textFields = new Set([
  ...['title', 'body', 'message', 'bio', 'company', 'location', 'body_html'],
  ...['summary', 'display_title'],
])

/** Replaces the text that people write with naughty strings, in the repositories of `naughty`. */
export const naughtyTexts = createMiddleware<SampleEnv>(async (c, next) => {
  await next()
  const [path = ''] = c.get('paths').toReversed()
  const type = c.res.headers.get('content-type') ?? ''
  if (!path.startsWith('/repos/naughty/') || c.res.status !== 200) return

  const text = await c.res.text()
  const isJson = type.includes('json')
  const body = isJson
    ? JSON.stringify(replaceTexts(JSON.parse(text), path))
    : appendStrings(text, type)
  c.res = new Response(body, { status: 200, headers: c.res.headers })
})

function replaceTexts(value: unknown, place: string): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => replaceTexts(item, `${place} ${index}`))
  if (typeof value !== 'object' || value === null) return value
  const isLabel = 'color' in value
  const isNamed = isLabel || 'tag_name' in value || 'email' in value
  // Only in the list of contributors: elsewhere the login is part of a URL.
  const isContributor = 'contributions' in value
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      const isText =
        textFields.has(key) ||
        (isNamed && key === 'name') ||
        (isLabel && key === 'description') ||
        (isContributor && key === 'login')
      return [
        key,
        isText && child !== null
          ? pickString(`${place} ${key}`)
          : replaceTexts(child, `${place} ${key}`),
      ]
    }),
  )
}

function pickString(place: string): string {
  return naughtyStrings[hash(place) % naughtyStrings.length] ?? ''
}

/** Appends every string to a text; to HTML both escaped and unescaped. */
function appendStrings(text: string, type: string): string {
  if (!type.includes('html')) return `${text}\n${naughtyStrings.join('\n\n')}\n`
  const paragraphs = naughtyStrings.map((string) => `<p dir="auto">${escapeHtml(string)}</p>`)
  return `${text}\n${paragraphs.join('\n')}\n${naughtyStrings.join('\n')}`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
