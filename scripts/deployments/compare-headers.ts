import type { RawResponse } from '../../e2e/support/send.ts'
import { nameOf, type Visit } from './visits.ts'

// Headers that may differ between two deployments, and why.
const ownHeaders: Readonly<Record<string, string>> = {
  'accept-ranges': 'Vercel’s network adds it to files',
  connection: 'of the connection',
  'content-length': 'the data is of another second',
  date: 'the time',
  etag: 'the data is of another second',
  'keep-alive': 'of the connection',
  'last-modified': 'Vercel’s network adds it to files',
  'server-timing': 'durations',
  'transfer-encoding': 'of the connection',
  'x-request-id': 'of each request',
  vary: '`next start` compresses; Vercel’s network does it there',
  'x-matched-path': 'Vercel’s router names the function',
  'x-next-error-status': 'Vercel’s router serves the page of an error',
  'x-nextjs-cache': '`next start` names its own cache',
  'x-nextjs-matched-path': '`next start` names the page of data',
}

// Paths that have other headers, and why.
const ownPaths: Readonly<Record<string, string>> = {
  '/repos/acme/rocket/': '`next start` redirects before it applies the configured headers',
  '/_next/static/chunks/nowhere.js': 'Vercel’s router serves a text',
}

// On Vercel no code of this site runs before an ISR page, and `res.revalidate` replaces its stored page.
const ISR_PATH = /\/learn\/when\/./

/** Compares the responses of two deployments to a visit. Returns a line for each difference. */
export function compareHeaders(
  visit: Visit,
  { headers }: RawResponse,
  reference: RawResponse,
): string[] {
  if (Object.hasOwn(ownPaths, visit.path)) return []
  const names = new Set([...Object.keys(headers), ...Object.keys(reference.headers)])
  return [...names]
    .filter((name) => !Object.hasOwn(ownHeaders, name))
    .filter((name) => !(name === 'vercel-cache-tag' && ISR_PATH.test(visit.path)))
    .map((name) => ({
      name,
      found: normalize(name, headers[name]),
      expected: normalize(name, reference.headers[name]),
    }))
    .filter(({ found, expected }) => found !== expected)
    .map(({ name, found, expected }) => `${nameOf(visit)}: ${name}: ${found}, not ${expected}`)
}

/** Removes what differs from visit to visit: ports, encrypted cookies, the state of a sign-in. */
function normalize(name: string, value: string | string[] | undefined): string | undefined {
  if (value === undefined) return undefined
  const text = [value].flat().join('\n')
  switch (name) {
    case 'cache-control':
      // Next writes more directives than the configuration; both keep every cache from storing it.
      return /^private\b.*\bno-store\b/.test(text) ? 'private, no-store' : text.replace(/, /g, ',')
    case 'content-type':
      return text.split(';')[0]
    case 'location':
      return text.replace(/(127\.0\.0\.1(?::|%3A))\d+|((?:state|code_challenge)=)[\w-]+/g, '$1$2…')
    case 'vercel-cache-tag':
      return text.split(',').toSorted().join()
    case 'set-cookie':
      return text
        .replace(/^(oauth)?(?:-[\w-]{43})?(.*?)-\d+=[^;]*/gm, '$1$2=…')
        .replace(/(Max-Age=)[1-9]\d*/g, '$1…')
    default:
      return text
  }
}
