import { createMiddleware } from 'hono/factory'
import { naughtyStrings } from './data/naughty-strings.ts'
import { hash } from './data/random.ts'
import type { SampleEnv } from './http/context.ts'

// What people write. Names that GitHub gives a grammar to are left as they are.
const written = new Set(['title', 'body', 'message', 'bio', 'company', 'location', 'body_html'])

/** Puts naughty strings in place of every text that people write, in the repositories of `naughty`. */
export const naughtyTexts = createMiddleware<SampleEnv>(async (c, next) => {
  await next()
  const [path = ''] = c.get('paths').toReversed()
  const type = c.res.headers.get('content-type') ?? ''
  if (!path.startsWith('/repos/naughty/') || c.res.status !== 200) return

  const text = await c.res.text()
  const isJson = type.includes('json')
  const told = isJson ? JSON.stringify(replaced(JSON.parse(text), path)) : appendStrings(text, type)
  c.res = new Response(told, { status: 200, headers: c.res.headers })
})

function replaced(value: unknown, place: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => replaced(item, `${place} ${index}`))
  if (typeof value !== 'object' || value === null) return value
  const isLabel = 'color' in value
  const isNamed = isLabel || 'tag_name' in value || 'email' in value
  // A person who contributes has a login; people elsewhere link to a page of theirs.
  const isContributor = 'contributions' in value
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => {
      const isText =
        written.has(key) ||
        (isNamed && key === 'name') ||
        (isLabel && key === 'description') ||
        (isContributor && key === 'login')
      return [
        key,
        isText && inside !== null
          ? pickString(`${place} ${key}`)
          : replaced(inside, `${place} ${key}`),
      ]
    }),
  )
}

function pickString(place: string): string {
  return naughtyStrings[hash(place) % naughtyStrings.length] ?? ''
}

/** Every string at the end of a text; in HTML as text, and as it stands. */
function appendStrings(text: string, type: string): string {
  if (!type.includes('html')) return `${text}\n${naughtyStrings.join('\n\n')}\n`
  const asText = naughtyStrings.map((string) => `<p dir="auto">${escaped(string)}</p>`)
  return `${text}\n${asText.join('\n')}\n${naughtyStrings.join('\n')}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
