import { nameToEmoji } from 'gemoji'
import { z } from 'zod'
import { isFullName } from './names.ts'

/** A list without the items that could not be read; complete if there was none. */
export type List<T> = { items: T[]; isComplete: boolean }

/** A list for which GitHub documents a status that stands for "there is none". */
export const EMPTY_LIST: List<never> = { items: [], isComplete: true }

// A field that GitHub omits, or that is not as documented, is null, so that the others can still be
// read.
export const text = orNull(z.string().transform((value) => (value.trim() === '' ? null : value)))
export const count = orNull(z.int().nonnegative())
/** A text in which GitHub shows `:rocket:` as an emoji. */
export const emojiText = text.transform((value) => value && withEmoji(value))
export const timestamp = orNull(z.string().transform(toTimestamp))
// Users enter homepages freely: add a missing scheme, accept only http and https.
export const webUrl = orNull(z.string().transform(toWebUrl))
export const avatar = orNull(z.string().transform(toAvatarUrl))

/** A boolean; any other value is false. */
export const flag = z.boolean().catch(false)

/** A name that identifies an item, such as a login or a tag. Without it, the item cannot be read. */
export const requiredText = z.string().min(1)
export const fullName = z.string().refine(isFullName)
export const issueNumber = z.int().positive()

/** Makes a schema read every value that it rejects as null. */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return schema
    .nullish()
    .transform((value) => value ?? null)
    .catch(null)
}

/**
 * The pull request of an issue, or null: until 2014, GitHub sent an object without URLs for an issue
 * that is not a pull request.
 */
export const pullRequest = orNull(
  z
    .object({ url: text, html_url: z.unknown().optional(), merged_at: timestamp })
    .transform((body) => (body.html_url === null && body.url === null ? null : body)),
)

/**
 * A list of items; those that cannot be read are omitted. A list in which no item can be read is
 * unreadable itself, so that it never looks empty.
 */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(z.unknown()).transform((values, context): List<z.output<Item>> => {
    const results = values.map((value) => item.safeParse(value))
    const items = results.flatMap(({ success, data }) => (success ? [data] : []))
    if (items.length === 0 && values.length > 0) {
      const [issue] = results[0]?.error?.issues ?? []
      context.addIssue({ code: 'custom', path: [0, ...(issue?.path ?? [])] })
    }
    return { items, isComplete: items.length === values.length }
  })
}

/** The entries of an object, read like those of a list. */
export function entries<Value extends z.ZodType>(value: Value) {
  return z
    .record(z.string(), z.unknown())
    .transform((body, context): List<[string, z.output<Value>]> => {
      const keys = Object.keys(body)
      const items = keys.flatMap((key): [string, z.output<Value>][] => {
        const { success, data } = value.safeParse(body[key])
        return success ? [[key, data]] : []
      })
      // Without a path: an error must not contain text from GitHub, such as a key.
      if (items.length === 0 && keys.length > 0) context.addIssue({ code: 'custom' })
      return { items, isComplete: items.length === keys.length }
    })
}

/** Replaces the shortcodes of emoji, such as `:rocket:`, as GitHub does. */
export function withEmoji(value: string): string {
  return value.replace(/:([\w+-]+):/g, (shortcode, name: string) =>
    Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? shortcode) : shortcode,
  )
}

const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)[t ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i

/**
 * Normalizes a date and time (RFC 3339 §5.6) to UTC in whole seconds, as GitHub writes it, so
 * that timestamps sort as strings. Null for any other text.
 */
function toTimestamp(value: string): string | null {
  const [, ...parts] = DATE_TIME.exec(value) ?? []
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number)
  const [sign, offsetHours = '0', offsetMinutes = '0'] = parts.slice(6)
  const midnight = new Date(0)
  midnight.setUTCFullYear(year, month - 1, day)
  const isDate = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day
  // A leap second is the first second of the next minute.
  const isTime = hour < 24 && minute < 60 && second <= 60
  const isOffset = Number(offsetHours) < 24 && Number(offsetMinutes) < 60
  if (parts.length === 0 || !isDate || !isTime || !isOffset) return null

  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetMinutes))
  midnight.setUTCHours(hour, minute - offset, second)
  const iso = midnight.toISOString()
  // An offset can move the year out of the range of four digits.
  return /^\d/.test(iso) ? `${iso.slice(0, 19)}Z` : null
}

// A host with a dot, then a port, a path, a query or nothing.
const WITHOUT_SCHEME =
  /^(?:\/\/)?[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+\.?(?::\d{1,5})?(?:[/?#]|$)/u

function toWebUrl(value: string): string | null {
  const url = value.trim()
  if (WITHOUT_SCHEME.test(url)) return webUrlOrNull(`https://${url.replace(/^\/\//, '')}`)
  return /^https?:\/\//i.test(url) ? webUrlOrNull(url) : null
}

function webUrlOrNull(url: string): string | null {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null
}

// Browsers block an http image on an https page, and so does our Content-Security-Policy.
function toAvatarUrl(value: string): string | null {
  if (value.startsWith('data:image/')) return value
  if (!URL.canParse(value)) return null
  const { protocol, hostname } = new URL(value)
  if (protocol === 'https:') return value
  const isGitHub = protocol === 'http:' && /(?:^|\.)githubusercontent\.com$/.test(hostname)
  return isGitHub ? value.replace(/^http:/i, 'https:') : null
}
