import { parseCacheControl } from './cache-control.ts'

type TagFieldRules = {
  separator: ',' | ' '
  maxTags: number
  /** The longest tag that the cache indexes, in bytes. */
  maxTagBytes: number
  /** The longest value of the field, in bytes. */
  maxBytes: number
}

/**
 * The fields in which shared caches read the tags of a response, with the limits of each:
 *
 * - `Cache-Tag`: Cloudflare, https://developers.cloudflare.com/cache/how-to/purge-cache/purge-by-tags/
 *   ("cannot exceed 16 KB after the header field name, which is approximately 1,000 unique tags"; in a
 *   purge, a tag has at most 1,024 characters);
 * - `Vercel-Cache-Tag`: Vercel, https://vercel.com/docs/caching/cdn-cache/purge#limits
 *   (128 tags of at most 256 characters; it names no length for the field, so 128 such tags are allowed);
 * - `Surrogate-Key`: Fastly,
 *   https://www.fastly.com/documentation/reference/http/http-headers/Surrogate-Key/
 *   (16,384 bytes, and 1,024 for each key; Fastly ignores the key that exceeds a limit and all after it);
 * - `xkey`: Varnish, https://github.com/varnish/varnish-modules/blob/master/src/vmod_xkey.vcc. Varnish
 *   rejects a line of a header above 8,192 bytes (`http_resp_hdr_len`), with its name.
 *
 * Where a cache names no number of tags, 1,000 are plenty: a page reads a few repositories.
 */
const tagFieldRules = {
  'Cache-Tag': { separator: ',', maxTags: 1000, maxTagBytes: 1024, maxBytes: 16_000 },
  'Vercel-Cache-Tag': { separator: ',', maxTags: 128, maxTagBytes: 256, maxBytes: 16_000 },
  'Surrogate-Key': { separator: ' ', maxTags: 1000, maxTagBytes: 1024, maxBytes: 16_384 },
  xkey: { separator: ' ', maxTags: 1000, maxTagBytes: 1024, maxBytes: 8000 },
} as const satisfies Record<string, TagFieldRules>

/** The field in which a shared cache reads the tags of a response, by which it can be purged. */
export type TagField = keyof typeof tagFieldRules

/** The names of all fields that contain tags. */
export const tagFields = Object.keys(tagFieldRules) as TagField[]

/** The part of `http.ServerResponse` that `setCacheTags` needs. */
type TaggedSink = {
  getHeader(name: string): string | number | readonly string[] | undefined
  setHeader(name: string, value: string): unknown
  removeHeader(name: string): unknown
}

/**
 * Formats tags as the value of a field; undefined if there are none. Duplicates are removed, and the
 * last tags are left out where the cache has a limit: name the most important ones first.
 * @throws TypeError if a tag is empty, has characters other than printable ASCII, or a space or comma,
 * which separate tags; RangeError if it is longer than the cache allows.
 */
export function formatCacheTags(tags: readonly string[], field: TagField): string | undefined {
  const { separator, maxTags, maxTagBytes, maxBytes } = tagFieldRules[field]
  let value = ''
  for (const tag of [...new Set(tags)].slice(0, maxTags)) {
    requireTag(tag, maxTagBytes)
    const longer = value === '' ? tag : `${value}${separator}${tag}`
    if (longer.length > maxBytes) break
    value = longer
  }
  return value || undefined
}

/**
 * Sets the tags of a response if its `Cache-Control` lets shared caches store it, and removes them
 * otherwise: a response for one visitor has no tags. Call it when the cache headers are final.
 * @param field the field that the shared cache in use reads; undefined removes all tags.
 * @throws TypeError and RangeError like `formatCacheTags`.
 */
export function setCacheTags(
  res: TaggedSink,
  tags: readonly string[],
  field: TagField | undefined,
): void {
  for (const name of tagFields) res.removeHeader(name)
  if (field === undefined) return
  const control = parseCacheControl(String(res.getHeader('Cache-Control') ?? ''))
  if (!control.public || control.private || control['no-store']) return
  const value = formatCacheTags(tags, field)
  if (value !== undefined) res.setHeader(field, value)
}

function requireTag(tag: string, maxBytes: number): void {
  if (!/^[!-+\--~]+$/.test(tag)) {
    throw new TypeError(
      `a cache tag must be printable ASCII without spaces and commas, not ${JSON.stringify(tag)}`,
    )
  }
  if (tag.length <= maxBytes) return
  throw new RangeError(`a cache tag must have at most ${maxBytes} characters, not ${tag.length}`)
}
